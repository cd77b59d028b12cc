import { expect, test } from 'vitest'

import type { AuditEntry } from '@/lib/audit/schema'
import { toWrites } from '@/lib/audit/writes'

const line = (entry: Partial<AuditEntry> & Pick<AuditEntry, 'id' | 'phase'>): AuditEntry => ({
  at: `2026-11-20T14:03:0${entry.id}Z`,
  actor: 'main',
  action: 'vpc:CreateCustomerGateway',
  regionId: 'eu-central-1',
  changes: [],
  ...entry,
})

test('a result joins its intent and adds what was made', () => {
  const [write, ...others] = toWrites([
    line({ id: 2, phase: 'result', intentId: 1, outcome: 'accepted', resourceId: 'cgw-1' }),
    line({ id: 1, phase: 'intent' }),
  ])
  expect(others).toEqual([])
  expect(write).toMatchObject({
    id: 1,
    at: '2026-11-20T14:03:01Z',
    answeredAt: '2026-11-20T14:03:02Z',
    outcome: 'accepted',
    resourceId: 'cgw-1',
  })
})

test('what was found later replaces an unclear answer', () => {
  const [write] = toWrites([
    line({ id: 3, phase: 'result', intentId: 1, outcome: 'adopted' }),
    line({ id: 2, phase: 'result', intentId: 1, outcome: 'unknown' }),
    line({ id: 1, phase: 'intent' }),
  ])
  expect(write?.outcome).toBe('adopted')
})

test('an intent without a result stands, and so does a result whose intent is not in the list', () => {
  const writes = toWrites([
    line({ id: 8, phase: 'result', intentId: 2, outcome: 'refused' }),
    line({ id: 7, phase: 'intent' }),
  ])
  expect(writes.map(({ id, outcome }) => [id, outcome])).toEqual([
    [8, 'refused'],
    [7, undefined],
  ])
})
