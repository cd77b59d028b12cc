import fc from 'fast-check'
import { get, set } from 'react-hook-form'
import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { arbitraryConnection } from '@/lib/connection-form/test/arbitrary-connection'
import { leavesOf } from '@/lib/connection-form/test/paths'
import { CloudError, InvalidInput } from '@/lib/failure/errors'
import { unpackMessage } from '@/lib/i18n/message'
import type { NewIpsecConnection } from '@/lib/ipsec-connections/schema'

await emulator()
const { toNewConnection } = await import('@/lib/connection-form/request')
const { acceptConnectionForm } = await import('@/lib/connection-form/schema')
const { connectionFormDefaults } = await import('@/lib/connection-form/values')
const { createCustomerGateway, listCustomerGateways } =
  await import('@/lib/customer-gateways/cloud')
const { createIpsecConnection } = await import('@/lib/ipsec-connections/cloud')

const regionId = 'eu-central-1'
const gateway = (ipAddress: string, asn?: number) =>
  createCustomerGateway(
    main,
    { regionId, name: '', description: '', ipAddress, ...(asn && { asn }), tags: [] },
    write(),
  )
const ids = {
  'cgw-1': await gateway('203.0.113.20', 65_010),
  'cgw-2': await gateway('203.0.113.30', 65_020),
  'cgw-lan': await gateway('10.9.9.9'),
}
const customerGateways = await listCustomerGateways(main, { regionId })

/** What the server reads before it judges: it asks for each gateway that the form names. */
const known = ({ connection }: Values) => ({
  regionId,
  regionName: '',
  customerGateways,
  gone: connection.tunnels
    .map(({ customerGatewayId }) => customerGatewayId)
    .filter((id) => id && !customerGateways.some((gateway) => gateway.customerGatewayId === id)),
  blocks: [],
  unread: [],
})

type Values = ReturnType<typeof connectionFormDefaults>

/** What the form makes of its values, or what it refuses by path. */
function judged(values: Values): { sent?: NewIpsecConnection; refused?: Map<string, string> } {
  try {
    const { connection, name, tag: tags } = acceptConnectionForm(values, known(values))
    return { sent: toNewConnection(connection, { regionId, name, tags }) }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return {
      refused: new Map(
        error.issues.map(({ path, message }) => [path.join('.'), unpackMessage(message).key ?? '']),
      ),
    }
  }
}

/** The code by which the emulated cloud refuses to create a connection; nothing when it would. */
async function refusal(connection: NewIpsecConnection): Promise<string | undefined> {
  try {
    await createIpsecConnection(main, connection, write(true))
    return undefined
  } catch (error) {
    if (error instanceof CloudError) return error.code
    throw error
  }
}

/** A form in which every text field counts and is right. */
function full(): Values {
  const values = connectionFormDefaults(regionId)
  values.name = 'hq'
  const { connection } = values
  Object.assign(connection, {
    routingMode: 'flow',
    localSubnet: '10.1.0.0/16',
    remoteSubnet: '10.2.0.0/16',
    enableBgp: true,
  })
  Object.assign(connection.healthCheck, { enable: true, dip: '10.2.0.9', sip: '10.1.0.9' })
  const [tunnel] = connection.tunnels
  tunnel.customerGatewayId = ids['cgw-1']
  tunnel.psk = 'Hk3sA8dK2mPq7XzL'
  tunnel.bgp = { tunnelCidr: '169.254.30.0/30', localBgpIp: '169.254.30.1', localAsn: '65000' }
  return values
}

/** The full form with some of its values, down to four, those of any other one. */
const nearlyRight = fc
  .tuple(arbitraryConnection, fc.subarray(leavesOf(full().connection), { maxLength: 4 }))
  .map(([other, paths]) => {
    const values = full()
    for (const path of paths) set(values.connection, path, get(other, path))
    for (const tunnel of values.connection.tunnels)
      tunnel.customerGatewayId = get(ids, tunnel.customerGatewayId) ?? tunnel.customerGatewayId
    return values
  })

test('whatever the form takes the cloud takes', { timeout: 300_000 }, async () => {
  let taken = 0
  await fc.assert(
    fc.asyncProperty(nearlyRight, async (values) => {
      const { sent } = judged(values)
      if (!sent) return
      taken += 1
      expect(await refusal(sent)).toBeUndefined()
    }),
    { numRuns: 300 },
  )
  expect(taken).toBeGreaterThan(50)
})

/** Form paths of text fields, and where the request has what was typed. */
const FIELDS = {
  name: 'name',
  'connection.localSubnet': 'localSubnet.0',
  'connection.remoteSubnet': 'remoteSubnet.0',
  'connection.tunnels.0.psk': 'tunnels.0.psk',
  'connection.tunnels.0.ike.ikeLifetime': 'tunnels.0.ike.ikeLifetime',
  'connection.tunnels.0.ike.localId': 'tunnels.0.ike.localId',
  'connection.tunnels.0.ike.remoteId': 'tunnels.0.ike.remoteId',
  'connection.tunnels.0.ipsec.ipsecLifetime': 'tunnels.0.ipsec.ipsecLifetime',
  'connection.tunnels.0.bgp.tunnelCidr': 'tunnels.0.bgp.tunnelCidr',
  'connection.tunnels.0.bgp.localBgpIp': 'tunnels.0.bgp.localBgpIp',
  'connection.tunnels.0.bgp.localAsn': 'tunnels.0.bgp.localAsn',
  'connection.healthCheck.dip': 'healthCheck.dip',
  'connection.healthCheck.sip': 'healthCheck.sip',
  'connection.healthCheck.interval': 'healthCheck.interval',
  'connection.healthCheck.retry': 'healthCheck.retry',
} as const

/** What the form refuses though the cloud might take it, and why it cannot work. */
const NARROWER: Record<string, string> = {
  'name.control': 'nobody sees it, and half of a character has no form in UTF-8',
  'id.hidden': 'nobody sees it, so the device is set to another identifier',
  'number.leadingZero': 'octal or decimal; one press sets what is meant',
  'asn.leadingZero': 'as above',
  'ipv4.leadingZero': 'as above',
  'number.empty': 'the cloud reads it as not given, and its defaults are not those of the form',
  'asn.empty': 'as above',
  'health.notHost': 'RFC 1122, RFC 5771: no host has it',
  'health.same': 'the two ends of a path differ',
  'routing.anyBoth': 'it is the other routing mode',
}

const TEXTS = [
  ['', ' ', '0', '1', '3', '10', '11', '60', '61', '3600', '86400', '86401', '010', '-1', '1e3'],
  ['2147483647', '2147483648', '65000', '0.65010', '4294967295', '4294967296', '45104', '23456'],
  ['10.1.0.0/16', '10.1.0.0/16,10.3.0.0/16', '10.1.2.3/16', '0.0.0.0/0', '10.0.0.0/33'],
  ['169.254.30.0/30', '169.254.6.0/30', '169.254.11.0/30', '169.254.30.0/29', '169.254.30.3'],
  ['10.1.0.1', '010.1.0.1', '224.0.0.1', '169.254.30.2', '10.1.0.256', '::1', '255.255.255.255'],
  ['@sh.tac', 'user@example.com', '20240101', 'a b', 'münchen.example', 'x'.repeat(100)],
  ['x'.repeat(101), 'munich [prod]', 'Site A → B', 'http://x', 'HTTPS://x', '12345678', '密钥'],
].flat()

const typed = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 110 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 110 }),
)

/** Where the form and the emulated cloud differ about a text; nothing where they agree. */
async function difference(path: keyof typeof FIELDS, text: string): Promise<string | undefined> {
  const values = full()
  set(values, path, text)
  const { sent, refused } = judged(values)
  const code = sent && (await refusal(sent))
  if (sent) return code && `The form takes it, the cloud says ${code}.`
  const key = refused?.get(path)
  // What another field says of the pair is tried there.
  if (key === undefined || key in NARROWER) return undefined
  const raw = judged(full()).sent
  if (!raw) throw new Error('The full form is right.')
  set(raw, FIELDS[path], text)
  return (await refusal(raw)) ? undefined : `The form says ${key}, the cloud takes it.`
}

const paths = Object.keys(FIELDS) as (keyof typeof FIELDS)[]

test.each(paths)('%s: the form and the cloud take the same', { timeout: 120_000 }, async (path) => {
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect([text, await difference(path, text)]).toEqual([text, undefined])
    }),
    { numRuns: 40 },
  )
})
