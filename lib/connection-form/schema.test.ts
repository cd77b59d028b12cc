import { get, set } from 'react-hook-form'
import { expect, test } from 'vitest'

import { judgeConnectionForm } from '@/lib/connection-form/judge'
import { acceptConnectionForm, connectionFormSchemaWith } from '@/lib/connection-form/schema'
import { KNOWN } from '@/lib/connection-form/test/known'
import { leavesOf } from '@/lib/connection-form/test/paths'
import { secondTunnel } from '@/lib/connection-form/tunnels'
import { connectionFormDefaults, connectionFormValuesSchema } from '@/lib/connection-form/values'
import { InvalidInput } from '@/lib/failure/errors'

const regionId = 'eu-central-1'

const complete = () => {
  const form = connectionFormDefaults(regionId)
  form.connection.tunnels[0].customerGatewayId = 'cgw-1'
  return form
}

test('a form with a customer gateway is enough', () => {
  expect(acceptConnectionForm({ ...complete(), name: 'berlin-lab' }, KNOWN)).toMatchObject({
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
    acceptConnectionForm({ ...complete(), [field]: value }, KNOWN)
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
  const { before } = judgeConnectionForm({ ...complete(), regionId: region }, KNOWN)
  expect(before[0]).toMatchObject({ status, key })
})

test('tunnel 2 starts as tunnel 1 without its key, gateway and addresses', () => {
  const [first] = complete().connection.tunnels
  Object.assign(first, { psk: 'Hk3sA8dK2mPq7XzL' })
  Object.assign(first.ike, { ikeEncAlg: 'aes256' })
  first.bgp = { tunnelCidr: '169.254.11.0/30', localBgpIp: '169.254.11.1', localAsn: '65000' }
  const second = secondTunnel(first)
  expect(second).toEqual({
    ...first,
    customerGatewayId: '',
    psk: '',
    bgp: { tunnelCidr: '', localBgpIp: '', localAsn: '65000' },
  })
  second.ike.ikeEncAlg = 'des'
  expect(first.ike.ikeEncAlg).toBe('aes256')
})

const textPaths = leavesOf(complete()).filter((path) => {
  // A choice says no to what is none of its words, and reads no further.
  return typeof get(complete(), path) === 'string'
})

test.each(textPaths)('a text of 60,000 digits in %s is refused by its length alone', (path) => {
  const form = complete()
  set(form, path, '1'.repeat(60_000))
  const before = process.cpuUsage()
  let issues: InvalidInput['issues'] = []
  try {
    acceptConnectionForm(form, KNOWN)
  } catch (error) {
    if (error instanceof InvalidInput) issues = error.issues
  }
  const { user } = process.cpuUsage(before)
  expect(issues.map((issue) => issue.path.join('.'))).toContain(path)
  expect(user / 1000).toBeLessThan(200)
})

const typedPaths = textPaths.filter((path) => {
  const form = complete()
  set(form, path, 'no word of a choice')
  return connectionFormValuesSchema.safeParse(form).success
})

test.each(typedPaths)('a text that is too long in %s hides nothing else that is wrong', (path) => {
  const form = complete()
  const other = path === 'name' ? 'connection.tunnels.0.ike.localId' : 'name'
  set(form, other, path === 'name' ? 'a b' : 'http://x')
  set(form, path, '1'.repeat(4001))
  form.tag = Array.from({ length: 200 }, (_, index) => ({ key: `k${index}`, value: '' }))
  const { issues = [] } = connectionFormSchemaWith(() => KNOWN).safeParse(form).error ?? {}
  const paths = issues.map((issue) => issue.path.join('.'))
  expect(paths).toEqual(expect.arrayContaining([other, path, 'tag']))
})
