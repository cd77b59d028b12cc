import fc from 'fast-check'
import { expect, test } from 'vitest'

import { arbitraryForm } from '@/lib/attach-form/arbitrary-form'
import { FACTS } from '@/lib/attach-form/rule-world'
import { attachFormSchemaWith } from '@/lib/attach-form/validate'
import { judgeConnection } from '@/lib/connection-form/judge'
import {
  acceptConnectionForm,
  connectionFormDefaults,
  connectionFormSchemaWith,
} from '@/lib/connection-form/schema'
import { InvalidInput } from '@/lib/failure/errors'

const regionId = 'eu-central-1'

/** What a schema finds wrong with the connection, by path. */
const ofConnection = (issues: readonly { path: PropertyKey[]; message: string }[] = []) =>
  new Set(
    issues
      .map(({ path, message }) => `${path.join('.')} ${message}`)
      .filter((issue) => issue.startsWith('connection.')),
  )

test('a connection is judged alike whether it is attached at once or not', () => {
  fc.assert(
    fc.property(arbitraryForm, ({ connection, ...form }) => {
      const attached = attachFormSchemaWith(() => FACTS).safeParse({
        ...form,
        resource: { kind: 'create', vpnId: '' },
        connection,
      })
      const alone = connectionFormSchemaWith(() => FACTS).safeParse({
        regionId,
        name: '',
        tag: [],
        connection,
      })
      expect(ofConnection(alone.error?.issues)).toEqual(ofConnection(attached.error?.issues))
    }),
    { numRuns: 300 },
  )
})

const complete = () => {
  const form = connectionFormDefaults(regionId)
  form.connection.tunnels[0].customerGatewayId = 'cgw-1'
  return form
}

test('a form with a customer gateway is enough', () => {
  expect(acceptConnectionForm({ ...complete(), name: 'berlin-lab' }, FACTS)).toMatchObject({
    regionId,
    name: 'berlin-lab',
    connection: { tunnels: [{ customerGatewayId: 'cgw-1' }], localSubnet: ['0.0.0.0/0'] },
  })
})

test.each([
  ['name', 'a'.repeat(101), 'name'],
  ['regionId', '../etc', 'regionId'],
  ['tag', [{ key: '', value: '' }], 'tag.0.key'],
])('a wrong %s is refused on its field', (field, value, path) => {
  let refusal: unknown
  try {
    acceptConnectionForm({ ...complete(), [field]: value }, FACTS)
  } catch (error) {
    refusal = error
  }
  expect(refusal).toBeInstanceOf(InvalidInput)
  expect((refusal as InvalidInput).issues.map((issue) => issue.path.join('.'))).toEqual([path])
})

test.each([
  [regionId, 'ok', 'oneRouter'],
  ['cn-fuzhou', 'warning', 'regionUnknown'],
])('says of %s whether its connections attach', (region, status, key) => {
  const { before } = judgeConnection({ ...complete(), regionId: region }, FACTS)
  expect(before[0]).toMatchObject({ status, key })
})
