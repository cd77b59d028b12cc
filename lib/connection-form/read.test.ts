import fc from 'fast-check'
import { expect, test } from 'vitest'

import { connectionFormSchema } from '@/lib/connection-form/schema'
import { HOSTILE, isFree } from '@/lib/connection-form/test/hostile'
import { connectionFormDefaults, type ConnectionFormValues } from '@/lib/connection-form/values'
import { carried } from '@/lib/i18n/message'
import { correctionOf } from '@/lib/text/correction'

/** A form in which every text field counts and is right. */
function fullForm(): ConnectionFormValues {
  const values = connectionFormDefaults('eu-central-1')
  const [tunnel] = values.connection.tunnels
  values.name = 'hq'
  Object.assign(values.connection, {
    routingMode: 'flow',
    localSubnet: '10.1.0.0/16',
    remoteSubnet: '192.168.0.0/24',
    enableBgp: true,
  })
  Object.assign(values.connection.healthCheck, {
    enable: true,
    dip: '192.168.0.1',
    sip: '10.1.0.1',
  })
  Object.assign(tunnel, { customerGatewayId: 'cgw-1', psk: 'Hk3sA8dK2mPq7XzL' })
  Object.assign(tunnel.ike, { localId: 'hq.example.com', remoteId: '203.0.113.10' })
  Object.assign(tunnel.bgp, { tunnelCidr: '169.254.11.0/30', localBgpIp: '169.254.11.1' })
  return values
}

type Put = (values: ConnectionFormValues, text: string) => void

const FIELDS: Record<string, Put> = {
  regionId: (values, text) => void (values.regionId = text),
  name: (values, text) => void (values.name = text),
  'connection.localSubnet': (values, text) => void (values.connection.localSubnet = text),
  'connection.remoteSubnet': (values, text) => void (values.connection.remoteSubnet = text),
  'connection.tunnels.0.customerGatewayId': ({ connection }, text) =>
    void (connection.tunnels[0].customerGatewayId = text),
  'connection.tunnels.0.psk': ({ connection }, text) => void (connection.tunnels[0].psk = text),
  'connection.tunnels.0.ike.ikeLifetime': ({ connection }, text) =>
    void (connection.tunnels[0].ike.ikeLifetime = text),
  'connection.tunnels.0.ike.localId': ({ connection }, text) =>
    void (connection.tunnels[0].ike.localId = text),
  'connection.tunnels.0.ike.remoteId': ({ connection }, text) =>
    void (connection.tunnels[0].ike.remoteId = text),
  'connection.tunnels.0.ipsec.ipsecLifetime': ({ connection }, text) =>
    void (connection.tunnels[0].ipsec.ipsecLifetime = text),
  'connection.tunnels.0.bgp.tunnelCidr': ({ connection }, text) =>
    void (connection.tunnels[0].bgp.tunnelCidr = text),
  'connection.tunnels.0.bgp.localBgpIp': ({ connection }, text) =>
    void (connection.tunnels[0].bgp.localBgpIp = text),
  'connection.tunnels.0.bgp.localAsn': ({ connection }, text) =>
    void (connection.tunnels[0].bgp.localAsn = text),
  'connection.healthCheck.dip': ({ connection }, text) => void (connection.healthCheck.dip = text),
  'connection.healthCheck.sip': ({ connection }, text) => void (connection.healthCheck.sip = text),
  'connection.healthCheck.interval': ({ connection }, text) =>
    void (connection.healthCheck.interval = text),
  'connection.healthCheck.retry': ({ connection }, text) =>
    void (connection.healthCheck.retry = text),
}

const MAY_BE_EMPTY = new Set([
  'name',
  'connection.tunnels.0.psk',
  'connection.tunnels.0.ike.localId',
  'connection.tunnels.0.ike.remoteId',
])

const errorsAt = (values: ConnectionFormValues, field: string) => {
  const paths = connectionFormSchema
    .safeParse(values)
    .error?.issues.map(({ path }) => path.join('.'))
  return paths?.filter((path) => path === field) ?? []
}

test('the form that fills every field is right', () => {
  expect(connectionFormSchema.safeParse(fullForm()).error).toBeUndefined()
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

test.each(Object.entries(FIELDS))('%s is read without what copying put around it', (field, put) => {
  const plain = fullForm()
  const copied = fullForm()
  const value = field
    .split('.')
    .reduce<unknown>((group, step) => (group as Record<string, unknown>)[step], plain)
  put(copied, ` \u00a0\ufeff${String(value)}\u200b\t\n`)
  const read = (form: ConnectionFormValues) => connectionFormSchema.safeParse(form)
  // Every sign of a key counts.
  const wrong = field.endsWith('psk') ? [field] : []
  expect(errorsAt(copied, field)).toEqual(wrong)
  expect(wrong.length > 0 || read(copied).data).toEqual(wrong.length > 0 || read(plain).data)
})

test.each([
  ['connection.tunnels.0.ike.ikeLifetime', ['-1', '1e3', '086400', '86401', '3.5', '+5']],
  ['connection.healthCheck.interval', ['0', '2147483648', '1e1', '03']],
  ['connection.healthCheck.retry', ['0', '-3']],
  ['connection.localSubnet', ['10.1.2.3/16', '10.0.0.0/33', '10.0.0.0', '10.1.0.0/16, x']],
  ['connection.tunnels.0.bgp.localAsn', ['0', '65536.1', '4294967296', '1e3', '01']],
  ['connection.tunnels.0.bgp.localBgpIp', ['169.254.11.0', '169.254.11.3', '169.254.12.1']],
  ['connection.tunnels.0.ike.localId', ['a b', 'a\u00a0b', 'a\u200bb', 'a'.repeat(101)]],
  ['connection.tunnels.0.psk', ['with space', 'back\\slash', 'ünïcode', 'x'.repeat(101)]],
  ['name', ['http://hq', 'hq '.repeat(43), 'a\nb']],
])('%s refuses %j', (field, texts) => {
  for (const text of texts) {
    const values = fullForm()
    FIELDS[field]?.(values, text)
    expect([text, errorsAt(values, field)]).toEqual([text, [field]])
  }
})

test.each([
  [
    'connection.tunnels.0.ike.localId',
    ['@sh.tac', 'user@example.com', '20240101', 'a'.repeat(100)],
  ],
  ['connection.tunnels.0.ike.remoteId', ['C=DE,CN=hq', 'fe80::1', 'münchen', '*']],
  ['connection.healthCheck.interval', ['61', '3600']],
  ['connection.healthCheck.retry', ['11']],
  ['connection.tunnels.0.bgp.localAsn', ['AS65001', 'as65001', 'ASN 65001', '23456']],
  ['name', ['munich [prod]', 'Site A → B', '<b>', '100 %']],
])('%s takes %j', (field, texts) => {
  for (const text of texts) {
    const values = fullForm()
    FIELDS[field]?.(values, text)
    expect([text, errorsAt(values, field)]).toEqual([text, []])
  }
})

test('the mode of ikev1 is not sent with ikev2', () => {
  const values = fullForm()
  const { ike } = values.connection.tunnels[0]
  Object.assign(ike, { ikeVersion: 'ikev2', ikeMode: 'aggressive' })
  expect(connectionFormSchema.parse(values).connection.tunnels[0].ike.ikeMode).toBe('main')
  ike.ikeVersion = 'ikev1'
  expect(connectionFormSchema.parse(values).connection.tunnels[0].ike.ikeMode).toBe('aggressive')
})

test.each([0, 1, 2, 3, 4, 5, 6])(
  'tunnel block 169.254.%d.0/30 is reserved, its neighbour is not',
  (third) => {
    const values = fullForm()
    const { bgp } = values.connection.tunnels[0]
    const field = 'connection.tunnels.0.bgp.tunnelCidr'
    Object.assign(bgp, { tunnelCidr: `169.254.${third}.0/30`, localBgpIp: `169.254.${third}.1` })
    expect(errorsAt(values, field)).toEqual([field])
    Object.assign(bgp, { tunnelCidr: `169.254.${third}.4/30`, localBgpIp: `169.254.${third}.5` })
    expect(errorsAt(values, field)).toEqual([])
  },
)

test.each(['169.254.169.252/30', '169.254.11.0/29', '169.254.0.0/16', '10.0.0.0/30', '0.0.0.0/0'])(
  'tunnel block %s is refused',
  (block) => {
    const values = fullForm()
    values.connection.tunnels[0].bgp.tunnelCidr = block
    const field = 'connection.tunnels.0.bgp.tunnelCidr'
    expect(errorsAt(values, field)).toEqual([field])
  },
)

test.each([
  ['169.254.11.1', '169.254.11.0/30'],
  ['169.254.11.6', '169.254.11.4/30'],
  ['169.254.3.1', '169.254.11.0/30'],
])('of the address %s alone the block %s is proposed', (address, block) => {
  const values = fullForm()
  values.connection.tunnels[0].bgp.tunnelCidr = address
  const field = 'connection.tunnels.0.bgp.tunnelCidr'
  const issue = connectionFormSchema
    .safeParse(values)
    .error?.issues.find(({ path }) => path.join('.') === field)
  expect(correctionOf(carried(issue?.message ?? ''), address)).toBe(block)
})

test('every sign of the documented set may stand in a key, and the messages never show a key', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'binary' }), (psk) => {
      const values = fullForm()
      values.connection.tunnels[0].psk = psk
      const documented = /^[!-[\]-~]{1,100}$/.test(psk)
      const { error } = connectionFormSchema.safeParse(values)
      expect(error === undefined).toBe(documented)
      expect(psk.length > 3 && JSON.stringify(error?.issues ?? '').includes(psk)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('no field takes longer than 5 ms for a megabyte of text', () => {
  for (const text of ['1'.repeat(1e6), '1,'.repeat(5e5), 'a.'.repeat(5e5), '\u200b'.repeat(1e6)])
    for (const put of Object.values(FIELDS)) {
      const values = fullForm()
      put(values, text)
      const times = [0, 1, 2, 3, 4].map(() => {
        const start = process.cpuUsage()
        connectionFormSchema.safeParse(values)
        return process.cpuUsage(start).user / 1000
      })
      expect(Math.min(...times)).toBeLessThan(5)
    }
})
