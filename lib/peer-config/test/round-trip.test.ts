import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readFortios } from '@/lib/peer-config/compare/fortios'
import { readIosXe } from '@/lib/peer-config/compare/ios-xe'
import type { Side } from '@/lib/peer-config/compare/side'
import { readSwanctl } from '@/lib/peer-config/compare/swanctl'
import { readVyos } from '@/lib/peer-config/compare/vyos'
import { answersOf, type Part, type QuestionId } from '@/lib/peer-config/device'
import { DEVICES } from '@/lib/peer-config/devices'
import { peerOf } from '@/lib/peer-config/peer'

import { connection, ends, key, KEY_SIGNS } from './arbitrary'
import { differences, expected, LAN } from './differences'
import { readAsa } from './readers/asa'
import { readComware } from './readers/comware'
import { readFrr } from './readers/frr'
import { readIpsecConf } from './readers/ipsec-conf'
import { readPanOs } from './readers/pan-os'
import { readRouterOs } from './readers/routeros'
import { readOpnsense, readPfsense, readSheet } from './readers/sheets'
import { readSrx } from './readers/srx'
import type { Told } from './readers/told'
import { readUsg } from './readers/usg'
import { ENDS, strong } from './strong'

type Read = (configs: string[]) => Told[]
type Given = Partial<Record<QuestionId, string>>

const compared =
  (read: (text: string) => Side[]): Read =>
  ([text = '']) =>
    read(text).map(({ says }) => says)
const first =
  (read: (text: string) => Told[]): Read =>
  ([text = '']) =>
    read(text)

const VPC = '10.9.0.0/16'
const given: Given = { lan: LAN, vpc: VPC }

/** Each device with the reader of its text, under each answer that changes what it can do. */
const READERS: [string, string, Given, Read][] = [
  ['strongswan', 'strongSwan (swanctl.conf)', {}, compared(readSwanctl)],
  [
    'ipsec-conf',
    'strongSwan (ipsec.conf)',
    {},
    ([conf = '', secrets = '']) => readIpsecConf(conf, secrets),
  ],
  ['frr', 'FRR', {}, first(readFrr)],
  ['ios-xe', 'Cisco IOS-XE 17.11 or later', {}, compared(readIosXe)],
  ['ios-xe', 'Cisco IOS-XE 17.10 or earlier', { version: '17.10 or earlier' }, compared(readIosXe)],
  ['asa', 'Cisco ASA 9.15 or later', {}, first(readAsa)],
  ['asa', 'Cisco ASA 9.14 or earlier', { version: '9.14 or earlier' }, first(readAsa)],
  ['srx', 'Juniper SRX 23.2R1 or later', {}, first(readSrx)],
  ['srx', 'Juniper SRX 23.1 or earlier', { version: '23.1 or earlier' }, first(readSrx)],
  ['fortios', 'Fortinet FortiOS', {}, compared(readFortios)],
  ['pan-os', 'Palo Alto PAN-OS', {}, first(readPanOs)],
  ['usg', 'Huawei USG', {}, first(readUsg)],
  ['comware', 'H3C Comware', {}, first(readComware)],
  ['routeros', 'MikroTik RouterOS 7.20 or later', {}, first(readRouterOs)],
  [
    'routeros',
    'MikroTik RouterOS 7.19 or earlier',
    { version: '7.19 or earlier' },
    first(readRouterOs),
  ],
  ['vyos', 'VyOS', {}, compared(readVyos)],
  ['pfsense', 'pfSense', {}, first(readPfsense)],
  ['pfsense', 'OPNsense', { version: 'OPNsense' }, first(readOpnsense)],
  ['sheet', 'Parameter sheet', {}, first(readSheet)],
]

const load = (id: string) => DEVICES.find((device) => device.id === id)!.load()

const configsOf = (parts: Part[]) =>
  parts.filter(({ kind }) => kind === 'config').map(({ text }) => text)

describe.each(READERS)('%s: %s', (id, _, extra, read) => {
  it('says the same as the connection, and says beforehand what it cannot', async () => {
    const device = await load(id)
    const answers = answersOf(device.questions, { ...given, ...extra })
    let written = 0
    fc.assert(
      fc.property(connection(), ends(), (settings, both) => {
        const peer = peerOf('test', settings, both)
        if (device.limits(peer, answers).some(({ severity }) => severity === 'error')) return
        written += 1
        const told = read(configsOf(device.write(peer, answers)))
        expect(told).toHaveLength(settings.tunnels.length)
        const wrong = settings.tunnels.flatMap((_, index) =>
          differences(told[index]!, expected(settings, both[index]!, index), id, settings),
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(written).toBeGreaterThan(20)
  })

  it('keeps every legal key, or says at which sign it cannot', async () => {
    const device = await load(id)
    const answers = answersOf(device.questions, { ...given, ...extra })
    const refused = new Set<string>()
    /** What is wrong with the text for a key. A key that is refused has no text. */
    const tryKey = (psk: string): string[] => {
      const settings = strong(psk)
      const peer = peerOf('test', settings, ENDS)
      const errors = device.limits(peer, answers).filter(({ severity }) => severity === 'error')
      if (errors.length > 0) {
        refused.add(psk)
        return errors.map(({ path }) => path).filter((path) => path !== 'tunnels.0.psk')
      }
      const seen = read(configsOf(device.write(peer, answers)))[0]?.psk
      return id === 'frr' || seen?.join() === psk ? [] : [`${psk} became ${String(seen)}`]
    }
    const keys = KEY_SIGNS.flatMap((sign) => [
      sign,
      `a1b2c3d4${sign}e5f6g7h8`,
      `${sign}abcdefgh`,
      `abcdefgh${sign}`,
    ])
    expect(keys.flatMap(tryKey)).toEqual([])
    fc.assert(
      fc.property(key(), (psk) => {
        expect(tryKey(psk)).toEqual([])
      }),
      { numRuns: 300 },
    )
    const awkward = [...refused].filter((psk) => !/[?"]/.test(psk))
    expect(awkward).toEqual([])
  })
})
