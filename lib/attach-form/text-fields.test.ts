import { expect, test } from 'vitest'

import { attachFormSchema } from '@/lib/attach-form/schema'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { HOSTILE, isFree } from '@/lib/connection-form/test/hostile'

// The fields of attaching; those of the connection are tried in connection-form/read.test.ts.

/** A form in which every text field counts and is right. */
function fullForm(): AttachFormValues {
  const values = cleanForm()
  Object.assign(values, { transitRouterAttachmentName: 'hq', zoneId: 'eu-central-1a' })
  Object.assign(values.owner, { kind: 'other', vpnOwnerId: '1000000000000002' })
  return values
}

const FIELDS: Record<string, (values: AttachFormValues, text: string) => void> = {
  regionId: (values, text) => void (values.regionId = text),
  transitRouterId: (values, text) => void (values.transitRouterId = text),
  'owner.vpnOwnerId': (values, text) => void (values.owner.vpnOwnerId = text),
  'resource.vpnId': (values, text) => void (values.resource = { kind: 'select', vpnId: text }),
  transitRouterAttachmentName: (values, text) => void (values.transitRouterAttachmentName = text),
  zoneId: (values, text) => void (values.zoneId = text),
}

const MAY_BE_EMPTY = new Set([
  'transitRouterAttachmentName',
  'zoneId', // whether it is needed depends on the tunnels: a rule
])

const errorsAt = (values: AttachFormValues, field: string) => {
  const paths = attachFormSchema.safeParse(values).error?.issues.map(({ path }) => path.join('.'))
  return paths?.filter((path) => path === field) ?? []
}

test('the form that fills every field is right', () => {
  expect(attachFormSchema.safeParse(fullForm()).error).toBeUndefined()
})

const cases = Object.entries(FIELDS).flatMap(([field, put]) =>
  Object.entries(HOSTILE)
    .filter(([name]) => !isFree(field, name))
    .map(([name, text]) => ({ field, name, put, text })),
)

test.each(cases)('$field refuses $name at the field', ({ field, put, text }) => {
  const values = fullForm()
  put(values, text)
  expect(errorsAt(values, field)).toEqual([field])
})

test.each(Object.entries(FIELDS))('%s judges emptiness', (field, put) => {
  const values = fullForm()
  put(values, '')
  expect(errorsAt(values, field)).toEqual(MAY_BE_EMPTY.has(field) ? [] : [field])
})

test.each([
  ['owner.vpnOwnerId', ['123', '10000000000000020', '100000000000000x']],
  ['transitRouterAttachmentName', ['http://hq', 'hq '.repeat(44)]],
])('%s refuses %j', (field, texts) => {
  for (const text of texts) {
    const values = fullForm()
    FIELDS[field]?.(values, text)
    expect([text, errorsAt(values, field)]).toEqual([text, [field]])
  }
})
