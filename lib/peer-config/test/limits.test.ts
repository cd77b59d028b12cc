import { describe, expect, it } from 'vitest'

import type { NewIpsecConnection, NewTunnel } from '@/lib/ipsec-connections/schema'
import { answersOf, isAnswer, type QuestionId } from '@/lib/peer-config/device'
import { DEVICES } from '@/lib/peer-config/devices'
import { peerOf } from '@/lib/peer-config/peer'

import { ENCRYPTIONS, GROUPS, HASHES, HOSTILE_IDS } from './arbitrary'
import { ENDS, strong } from './strong'

type Given = Partial<Record<QuestionId, string>>

const OLD_CIPHERS = ['des', '3des']
const OLD_GROUPS = ['group1', 'group2', 'group5']

/** What each device lacks with IKEv2, from vendors' documents; ike is phase 1, esp is phase 2. */
const LACKS: [string, Given, { ike?: string[]; esp?: string[] }][] = [
  ['strongswan', {}, {}],
  ['ipsec-conf', {}, {}],
  ['ios-xe', {}, both(...OLD_CIPHERS, 'md5', ...OLD_GROUPS)],
  ['ios-xe', { version: '17.10 or earlier' }, {}],
  ['asa', {}, both(...OLD_CIPHERS, 'md5', ...OLD_GROUPS)],
  ['asa', { version: '9.14 or earlier' }, both('group1')],
  ['srx', {}, {}],
  ['srx', { version: '23.1 or earlier' }, { ike: ['sha512'], esp: ['sha384', 'sha512'] }],
  ['fortios', {}, {}],
  ['pan-os', {}, both('des')],
  ['usg', {}, {}],
  ['comware', {}, {}],
  ['routeros', {}, { esp: ['sha384'] }],
  ['vyos', {}, both('des')],
  ['pfsense', {}, both('des', '3des', 'md5')],
  ['pfsense', { version: 'OPNsense' }, both('des', '3des', 'md5', 'group1')],
  ['sheet', {}, {}],
]

function both(...words: string[]) {
  return { ike: words, esp: words }
}

const device = (id: string) => DEVICES.find((each) => each.id === id)!.load()

async function limitsOf(id: string, given: Given, settings: NewIpsecConnection) {
  const { limits, questions } = await device(id)
  return limits(peerOf('test', settings, [...ENDS, ...ENDS]), answersOf(questions, given))
}

const changed = (change: (tunnel: NewTunnel) => Partial<NewTunnel>): NewIpsecConnection => {
  const settings = strong('Abcdefgh12345678')
  const [tunnel] = settings.tunnels
  return { ...settings, tunnels: [{ ...tunnel, ...change(tunnel) }] }
}

describe.each(LACKS)('%s %j', (id, given, lacks) => {
  it('has every algorithm but those that the vendor left out', async () => {
    const found = { ike: new Set<string>(), esp: new Set<string>() }
    const kinds = [
      [ENCRYPTIONS, 'EncAlg'],
      [HASHES, 'AuthAlg'],
      [GROUPS, 'Pfs'],
    ] as const
    for (const [values, field] of kinds)
      for (const value of values)
        for (const phase of ['ike', 'ipsec'] as const) {
          const settings = changed((tunnel) => ({
            [phase]: { ...tunnel[phase], [`${phase}${field}`]: value },
          }))
          for (const limit of await limitsOf(id, given, settings)) {
            expect(limit).toMatchObject({ severity: 'error' })
            expect(limit.path.startsWith(`tunnels.0.${phase}.`)).toBe(true)
            found[phase === 'ike' ? 'ike' : 'esp'].add(value)
          }
        }
    expect(found).toEqual({ ike: new Set(lacks.ike), esp: new Set(lacks.esp) })
  })

  it('refuses keys that live for no time, warns of short ones, and takes the longest', async () => {
    const living = (lifetime: number) =>
      limitsOf(
        id,
        given,
        changed((tunnel) => ({ ike: { ...tunnel.ike, ikeLifetime: lifetime } })),
      )
    expect(await living(0)).toMatchObject([
      { path: 'tunnels.0.ike.ikeLifetime', severity: 'error', instead: '86400' },
    ])
    expect(await living(1800)).toMatchObject([
      { path: 'tunnels.0.ike.ikeLifetime', severity: 'warning' },
    ])
    expect(await living(86_400)).toEqual([])
  })

  it('asks for NAT traversal behind NAT', async () => {
    const settings = changed(() => ({ enableNatTraversal: false }))
    const { questions } = await device(id)
    if (!questions.some((question) => question.id === 'ownAddress')) return
    const limits = await limitsOf(id, { ...given, ownAddress: '192.168.1.2' }, settings)
    expect(limits).toContainEqual(
      expect.objectContaining({ path: 'tunnels.0.enableNatTraversal', severity: 'error' }),
    )
  })
})

describe.each(DEVICES.map(({ id }) => ({ id })).filter(({ id }) => id !== 'frr'))(
  '$id',
  ({ id }) => {
    it.each(['back\\slash', 'with a blank', 'ünïcode', 'line\nbreak', 'k'.repeat(101)])(
      'writes no key that the cloud refuses: %j',
      async (psk) => {
        expect(
          await limitsOf(
            id,
            {},
            changed(() => ({ psk })),
          ),
        ).toContainEqual(expect.objectContaining({ path: 'tunnels.0.psk', severity: 'error' }))
      },
    )

    it('takes a key that looks like a mark for a key', async () => {
      const { limits, questions, write } = await device(id)
      const peer = peerOf(
        'test',
        changed(() => ({ psk: '<abcdefgh>' })),
        ENDS,
      )
      const answers = answersOf(questions, {})
      if (limits(peer, answers).some(({ severity }) => severity === 'error')) return
      const [part] = write(peer, answers)
      expect(part?.text).toContain('This text holds the pre-shared key')
    })

    it('turns NAT traversal off, or says that it cannot', async () => {
      const { questions, write } = await device(id)
      const off = changed(() => ({ enableNatTraversal: false }))
      const on = changed(() => ({ enableNatTraversal: true }))
      const text = (settings: NewIpsecConnection) =>
        write(peerOf('test', settings, ENDS), answersOf(questions, {}))[0]?.text
      const said = (await limitsOf(id, {}, off)).some(
        ({ path, severity }) => path.endsWith('enableNatTraversal') && severity === 'warning',
      )
      expect(said).toBe(text(off) === text(on))
    })

    it.each(HOSTILE_IDS)(
      'writes the identifier %j only where the device takes it as it is',
      async (name) => {
        const settings = changed(({ ike }) => ({ ike: { ...ike, localId: name } }))
        const limits = await limitsOf(id, {}, settings)
        const isRefused = limits.some(
          ({ path, severity }) => path === 'tunnels.0.ike.localId' && severity === 'error',
        )
        const isTaken = id === 'sheet' || (id === 'strongswan' && /^[!-~]+$/.test(name))
        expect(isRefused).toBe(!isTaken)
      },
    )
  },
)

it.each(DEVICES.map(({ id }) => id))('%s is one AS', async (id) => {
  const { tunnels, ...settings } = strong('Abcdefgh12345678')
  const [end] = ENDS
  const other = { ...end, customerGateway: { ipAddress: '198.51.100.12', asn: 65_020 } }
  const { limits, questions } = await device(id)
  const peer = peerOf('test', { ...settings, tunnels: [tunnels[0], tunnels[0]] }, [end!, other])
  expect(limits(peer, answersOf(questions, {}))).toContainEqual(
    expect.objectContaining({ path: 'tunnels.1.customerGatewayId', severity: 'error' }),
  )
})

it('takes only answers that are whole', () => {
  const answer = (id: QuestionId, text: string) => isAnswer({ id, initial: '' }, text)
  expect(answer('lan', '10.0.0.0/8, 192.168.1.8/29')).toBe(true)
  for (const text of ['10.0.0.0', '10.0.0.5/24', '10.0.0.0/8, 300.1.1.0/24', '10.0.0.0/33'])
    expect(answer('lan', text)).toBe(false)
  expect(answer('ownAddress', '999.1.1.1')).toBe(false)
  // The second tunnel has the next number, and 3999 is the last access list.
  expect(answer('number', '998')).toBe(true)
  for (const text of ['0', '999', '007']) expect(answer('number', text)).toBe(false)
})

it('sends no name of its own from an IKEv1 profile of IOS-XE', async () => {
  const named = (remoteId: string) =>
    changed(({ ike }) => ({ ike: { ...ike, ikeVersion: 'ikev1', remoteId } }))
  expect(await limitsOf('ios-xe', {}, named('site.example.com'))).toMatchObject([
    { path: 'tunnels.0.ike.remoteId', severity: 'error' },
  ])
  expect(await limitsOf('ios-xe', {}, named('ops@example.com'))).toEqual([])
})

it('offers group 14 where a device refuses the default group', async () => {
  const settings = changed(({ ike }) => ({ ike: { ...ike, ikePfs: 'group2' } }))
  expect(await limitsOf('ios-xe', {}, settings)).toMatchObject([
    { path: 'tunnels.0.ike.ikePfs', instead: 'group14' },
  ])
})

it('knows that an ASA has no SHA-2 with IKEv1', async () => {
  const settings = changed(({ ike }) => ({ ike: { ...ike, ikeVersion: 'ikev1' } }))
  expect((await limitsOf('asa', {}, settings)).map(({ path }) => path)).toEqual([
    'tunnels.0.ike.ikeAuthAlg',
    'tunnels.0.ipsec.ipsecAuthAlg',
  ])
})

it('lets OPNsense do without PFS only with the two proposals of its list', async () => {
  const without = (ipsecEncAlg: string, ipsecAuthAlg: string) =>
    limitsOf(
      'pfsense',
      { version: 'OPNsense' },
      changed(({ ipsec }) => ({
        ipsec: { ...ipsec, ipsecEncAlg, ipsecAuthAlg, ipsecPfs: 'disabled' },
      })),
    )
  expect(await without('aes256', 'sha256')).toEqual([])
  expect(await without('aes256', 'sha1')).toEqual([])
  expect(await without('aes', 'sha1')).toHaveLength(1)
})

it('tells two tunnels of one pair of names apart, or says that strongSwan cannot', async () => {
  const { tunnels, ...settings } = strong('Abcdefgh12345678')
  const named = {
    ...tunnels[0],
    ike: { ...tunnels[0].ike, localId: 'c.example', remoteId: 'd.example' },
  }
  const two = (psk: string) => ({ ...settings, tunnels: [named, { ...named, psk }] as const })
  expect(await limitsOf('strongswan', {}, two('another-key-12345'))).toHaveLength(1)
  expect(await limitsOf('strongswan', {}, two('Abcdefgh12345678'))).toEqual([])
})

it('refuses BGP where selectors leave no address for it', async () => {
  const settings = {
    ...strong('Abcdefgh12345678'),
    localSubnet: ['10.0.0.0/8'],
    remoteSubnet: ['172.16.0.0/16'],
  }
  for (const id of ['asa', 'usg', 'comware', 'routeros', 'vyos'])
    expect(await limitsOf(id, {}, settings)).toMatchObject([{ path: 'enableBgp' }])
})
