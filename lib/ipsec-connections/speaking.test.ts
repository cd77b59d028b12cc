import { expect, test } from 'vitest'

import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { type Speaking, speakingOf } from '@/lib/ipsec-connections/speaking'

const connection = (enableBgp: boolean, ...states: string[]) =>
  ({
    enableBgp,
    attachType: 'CEN',
    transitRouterId: 'tr-1',
    state: 'attached',
    tunnels: states.map((status) => ({ status: 'ipsec_sa_established', bgp: { status } })),
  }) as unknown as IpsecConnection // of which no more is read

const known = { synchronised: true, foreign: false, failed: false }

test.each<[string, Speaking, Parameters<typeof speakingOf>[0]]>([
  ['up on its one tunnel', 'yes', { ...known, connection: connection(true, 'success') }],
  ['up on one of two', 'yes', { ...known, connection: connection(true, 'failed', 'success') }],
  ['down', 'bgpDown', { ...known, connection: connection(true, 'failed') }],
  ['down, as the samples write it', 'bgpDown', { ...known, connection: connection(true, 'false') }],
  ['a word nobody documents', 'bgpDown', { ...known, connection: connection(true, 'idle') }],
  ['off', 'bgpOff', { ...known, connection: connection(false, '') }],
  [
    'synchronisation off',
    'syncOff',
    { ...known, synchronised: false, connection: connection(true, 'success') },
  ],
  ['another account', 'foreign', { ...known, foreign: true, connection: undefined }],
  ['unreadable', 'unread', { ...known, failed: true, connection: undefined }],
  [
    'read before, unreadable now',
    'yes',
    { ...known, failed: true, connection: connection(true, 'success') },
  ],
  ['not read yet', 'reading', { ...known, connection: undefined }],
])('BGP %s: %s', (_, speaking, input) => {
  expect(speakingOf(input)).toBe(speaking)
})
