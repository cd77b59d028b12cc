import { expect, test } from 'vitest'

import { attachStateOf } from '@/lib/ipsec-connections/attach-state'

test.each([
  ['NO_ASSOCIATED', 'init', 'unattached'],
  ['NO_ASSOCIATED', 'attaching', 'attaching'],
  ['NO_ASSOCIATED', 'updating', 'updating'],
  ['CEN', 'attached', 'attached'],
  ['CEN', 'detaching', 'detaching'],
  ['VPNGW', 'active', 'vpnGateway'],
  ['CEN', 'provisioning', 'provisioning'],
  ['NO_ASSOCIATED', 'financialLocked', 'financialLocked'],
  ['NO_ASSOCIATED', 'deleted', 'deleted'],
  ['CEN', 'reshuffling', 'other'],
  ['SASE', 'active', 'other'],
])('a connection of type %s that is %s is %s', (attachType, state, expected) => {
  expect(attachStateOf({ attachType, state })).toBe(expected)
})
