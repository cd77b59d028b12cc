import { expect, test } from 'vitest'

import { ATTACH_FORM_SECTIONS } from '@/lib/attach-form/sections'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import { leavesOf, sectionsOf } from '@/lib/connection-form/test/paths'

test.each([
  ['connection.tunnels.1.bgp.tunnelCidr', 'bgp'],
  ['connection.tunnels.0.ike.ikeLifetime', 'encryption'],
  ['connection.tunnels.0.enableDpd', 'encryption'],
  ['connection.tunnels.0.psk', 'basic'],
  ['connection.tunnels.0.customerGatewayId', 'basic'],
  ['connection.localSubnet', 'basic'],
  ['connection.healthCheck.dip', 'healthCheck'],
  ['advanced.associateDefaultTable', 'advanced'],
  ['tag.0.key', 'basic'],
])('%s lies in %s', (path, section) => {
  expect(sectionsOf(ATTACH_FORM_SECTIONS, path)).toEqual([section])
})

test('every path of the form is in exactly one section', () => {
  const leaves = leavesOf({ ...cleanForm(), tag: [{ key: '', value: '' }] })
  expect(leaves).toContain('connection.tunnels.1.ike.ikePfs')
  expect(leaves).toContain('tag.0.key')
  for (const leaf of leaves)
    expect([leaf, sectionsOf(ATTACH_FORM_SECTIONS, leaf).length]).toEqual([leaf, 1])
})

test('a section names no field that the form does not have', () => {
  const leaves = leavesOf({ ...cleanForm(), tag: [{ key: '', value: '' }] })
  for (const field of Object.values(ATTACH_FORM_SECTIONS).flat())
    expect([field, leaves.some((leaf) => `${leaf}.`.startsWith(`${field}.`))]).toEqual([
      field,
      true,
    ])
})
