import { describe, expect, it } from 'vitest'

import { answersOf } from '@/lib/peer-config/device'
import { DEVICES } from '@/lib/peer-config/devices'
import { type Peer, peerOf } from '@/lib/peer-config/peer'
import { ENDS, strong } from '@/lib/peer-config/test/strong'

import { compareTunnel, readPasted, type Row, sideFor } from './compare'
import { READABLE, type ReadableId } from './readable'

const KEY = 'Abcdefgh12345678'
const peer = peerOf('test', strong(KEY), ENDS)

async function textOf(id: ReadableId, of: Peer = peer): Promise<string> {
  const device = await DEVICES.find((each) => each.id === id)!.load()
  const [config] = device.write(of, answersOf(device.questions, { lan: '172.16.0.0/16' }))
  return config!.text
}

async function compare(id: ReadableId, text: string, of: Peer = peer): Promise<Row[]> {
  const tunnel = of.tunnels[0]!
  const side = sideFor(await readPasted(id, text), tunnel)
  return side ? compareTunnel(of, tunnel, side) : []
}

const wrong = (rows: Row[]) =>
  rows
    .filter(({ verdict }) => ['different', 'hidden', 'missing'].includes(verdict))
    .map(({ parameter }) => parameter)

const ids = Object.keys(READABLE) as ReadableId[]

// One thing that a person gets wrong on the device, and the text of each device with it.
const MISTAKES: Record<string, [ReadableId, string | RegExp, string, string][]> = {
  'the wrong key': [
    ['strongswan', KEY, 'Abcdefgh12345679', 'psk'],
    ['ios-xe', KEY, 'Abcdefgh12345679', 'psk'],
    ['fortios', KEY, 'Abcdefgh12345679', 'psk'],
    ['vyos', KEY, 'Abcdefgh12345679', 'psk'],
  ],
  'another group in phase 1': [
    [
      'strongswan',
      ' proposals = aes256-sha256-modp2048',
      ' proposals = aes256-sha256-modp1536',
      'ikePfs',
    ],
    ['ios-xe', ' group 14', ' group 5', 'ikePfs'],
    ['fortios', 'set dhgrp 14', 'set dhgrp 5', 'ikePfs'],
    ['vyos', 'dh-group 14', 'dh-group 5', 'ikePfs'],
  ],
  'PFS left off': [
    ['strongswan', /(esp_proposals = aes256-sha256)-modp2048/, '$1', 'ipsecPfs'],
    ['ios-xe', ' set pfs group14\n', '', 'ipsecPfs'],
    ['fortios', /set pfs enable\n\s*set dhgrp 14/, 'set pfs disable', 'ipsecPfs'],
    ['vyos', 'pfs dh-group14', 'pfs disable', 'ipsecPfs'],
  ],
  'another identity': [
    ['strongswan', /id = "198.51.100.11"/g, 'id = "site.example.com"', 'localId'],
    [
      'ios-xe',
      'identity local address 198.51.100.11',
      'identity local fqdn site.example.com',
      'localId',
    ],
    ['fortios', 'set localid "198.51.100.11"', 'set localid "site"', 'localId'],
    ['vyos', /local-id '198.51.100.11'/, "local-id 'site'", 'localId'],
  ],
  'other selectors': [
    ['strongswan', 'local_ts = 0.0.0.0/0', 'local_ts = 10.1.0.0/16', 'localSubnet'],
    [
      'fortios',
      'set src-subnet 0.0.0.0 0.0.0.0',
      'set src-subnet 10.1.0.0 255.255.0.0',
      'localSubnet',
    ],
  ],
  'the wrong ASN': [
    ['ios-xe', 'router bgp 65010', 'router bgp 65011', 'asn'],
    ['fortios', 'set as 65010', 'set as 65011', 'asn'],
    ['vyos', 'system-as 65010', 'system-as 65011', 'asn'],
  ],
}

describe('a running configuration', () => {
  it.each(ids)('of %s agrees when it is the one that was written', async (id) => {
    const rows = await compare(id, await textOf(id))
    expect(wrong(rows)).toEqual([])
    // A swanctl.conf has no BGP in it: that is not said to be missing.
    const outside = id === 'strongswan' ? ['tunnelAddress', 'neighbor', 'asn', 'neighborAsn'] : []
    expect(
      rows.filter(({ verdict }) => verdict === 'unreadable').map(({ parameter }) => parameter),
    ).toEqual(outside)
    expect(rows.length).toBeGreaterThan(17)
  })

  const cases = Object.entries(MISTAKES).flatMap(([mistake, each]) =>
    each.map(([id, from, to, parameter]) => ({ mistake, id, from, to, parameter })),
  )
  it.each(cases)('of $id with $mistake shows it', async ({ id, from, to, parameter }) => {
    const right = await textOf(id)
    const text = right.replace(from, to)
    expect(text).not.toBe(right)
    expect(wrong(await compare(id, text))).toContain(parameter)
  })

  it.each(ids)('of %s never gives the key back', async (id) => {
    expect(JSON.stringify(await compare(id, await textOf(id)))).not.toContain(KEY)
  })

  it.each(ids)('of %s is read as a terminal prints it', async (id) => {
    const text = await textOf(id)
    const printed = text.replaceAll('\n', '\r\n').replace('\r\n', '\r\n --More-- \r\n')
    expect(wrong(await compare(id, printed))).toEqual([])
  })
})

it('says which default holds where IOS-XE is silent', async () => {
  const text = (await textOf('ios-xe')).replace(
    / set security-association lifetime seconds \d+\n/,
    '',
  )
  const rows = await compare('ios-xe', text)
  expect(rows.find(({ parameter }) => parameter === 'ipsecLifetime')).toMatchObject({
    found: '3600',
    verdict: 'hiddenSame',
  })
})

it('cannot compare a key that the device encrypts', async () => {
  const fortios = (await textOf('fortios')).replace(`"${KEY}"`, 'ENC bm90IGEga2V5')
  expect(
    (await compare('fortios', fortios)).find(({ parameter }) => parameter === 'psk'),
  ).toMatchObject({ verdict: 'unreadable' })
  const ios = (await textOf('ios-xe')).replace(`0 ${KEY}`, '6 BNCVAHFU')
  expect((await compare('ios-xe', ios)).find(({ parameter }) => parameter === 'psk')).toMatchObject(
    { verdict: 'unreadable' },
  )
})

it('reads templates, several proposals and dotted ASNs', async () => {
  const text = `
    base {
      version = 2
      proposals = aes128-sha1-modp1024, aes256-sha256-modp2048
      dpd_delay = 10s
    }
    connections {
      hq : base { # one line
        remote_addrs = 47.91.7.11
        local { auth = psk
                id = 198.51.100.11 }
        remote { auth = psk
                 id = 47.91.7.11 }
        children { net { local_ts = 0.0.0.0/0
          remote_ts = 0.0.0.0/0
          esp_proposals = aes256-sha256-modp2048
          life_time = 24h
          start_action = start } }
      }
    }
    secrets { ike-hq { id-1 = 198.51.100.11
      id-2 = 47.91.7.11
      secret = 0sQWJjZGVmZ2gxMjM0NTY3OA== } }`
  const rows = await compare('strongswan', text)
  expect(wrong(rows)).toEqual([])
})

it('reads the BGP of FRR and the addresses of the interfaces beside a swanctl.conf', async () => {
  const device = await DEVICES.find((each) => each.id === 'strongswan')!.load()
  const files = device
    .write(peer, answersOf(device.questions, { lan: '172.16.0.0/16' }))
    .flatMap(({ file, text }) => (file ? [text] : []))
  const all = await compare('strongswan', files.join('\n'))
  expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(['same', 'hiddenSame']))
  const wrongAs = files.join('\n').replace('router bgp 65010', 'router bgp 65011')
  expect(wrong(await compare('strongswan', wrongAs))).toEqual(['asn'])
  const printed = files
    .slice(0, 1)
    .concat('3: xfrm101@eth0:\n    inet 169.254.11.6/30 scope global xfrm101')
  expect(wrong(await compare('strongswan', printed.join('\n')))).toEqual(['tunnelAddress'])
})

it('does not miss in a FortiOS text what was not pasted', async () => {
  const [phase1 = ''] = (await textOf('fortios')).split(/^(?=config vpn ipsec phase2)/m)
  expect(wrong(await compare('fortios', phase1))).toEqual([])
  expect(wrong(await compare('fortios', phase1.replace('set dhgrp 14', 'set dhgrp 5')))).toEqual([
    'ikePfs',
  ])
})

it('reads the form of VyOS with braces', async () => {
  const text = `vpn {
    ipsec {
        esp-group E { pfs enable; }
        site-to-site {
            peer cen {
                remote-address 47.91.7.11
                ike-group I
            }
        }
        ike-group I {
            key-exchange ikev2
            proposal 1 {
                dh-group 14
                encryption aes256
                hash sha256
            }
        }
    }
}`
  const rows = await compare('vyos', text)
  const verdict = (name: string) => rows.find(({ parameter }) => parameter === name)?.verdict
  expect(verdict('ikeEncAlg')).toBe('same')
  expect(verdict('ipsecEncAlg')).toBe('hidden')
  expect(verdict('dpd')).toBe('hidden')
})
