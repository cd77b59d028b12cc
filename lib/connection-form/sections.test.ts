import { expect, test } from 'vitest'

import { CONNECTION_FORM_SECTIONS } from '@/lib/connection-form/sections'
import { cleanConnectionForm } from '@/lib/connection-form/test/known'
import { leavesOf, sectionsOf } from '@/lib/connection-form/test/paths'

test('every path of the form is in exactly one section', () => {
  const leaves = leavesOf({ ...cleanConnectionForm(), tag: [{ key: '', value: '' }] })
  expect(leaves.length).toBeGreaterThan(40)
  for (const leaf of leaves)
    expect([leaf, sectionsOf(CONNECTION_FORM_SECTIONS, leaf).length]).toEqual([leaf, 1])
})

test('a section names no field that the form does not have', () => {
  const leaves = leavesOf({ ...cleanConnectionForm(), tag: [{ key: '', value: '' }] })
  for (const field of Object.values(CONNECTION_FORM_SECTIONS).flat())
    expect([field, leaves.some((leaf) => `${leaf}.`.startsWith(`${field}.`))]).toEqual([
      field,
      true,
    ])
})
