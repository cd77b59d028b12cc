import { describe, expect, it } from 'vitest'

import type { NewIpsecConnection } from '@/lib/ipsec-connections/schema'
import { answersOf, type QuestionId } from '@/lib/peer-config/device'
import { DEVICES } from '@/lib/peer-config/devices'
import { endingOn, peerOf, type TunnelEnds } from '@/lib/peer-config/peer'

import { ENDS, strong } from './strong'

const TWO: TunnelEnds[] = [
  { gateway: '47.91.7.11', customerGateway: { ipAddress: '198.51.100.11', asn: 65_010 } },
  { gateway: '47.91.7.12', customerGateway: { ipAddress: '198.51.100.12', asn: 65_010 } },
]
const networks = { lan: '172.16.0.0/16', vpc: '10.9.0.0/16' }

function two(): NewIpsecConnection {
  const settings = strong('Abcdefgh12345678')
  const [first] = settings.tunnels
  const bgp = { tunnelCidr: '169.254.12.0/30', localBgpIp: '169.254.12.1', localAsn: 45_104 }
  return { ...settings, tunnels: [first, { ...first, psk: 'Zyxwvuts87654321', bgp }] }
}

const healthCheck = {
  enable: true,
  dip: '172.16.0.9',
  sip: '10.9.77.9',
  interval: 3,
  retry: 3,
  policy: 'revoke_route',
}

describe.each(DEVICES.map(({ id, load }) => ({ id, load })))('$id', ({ id, load }) => {
  async function write(
    settings: NewIpsecConnection,
    ends: TunnelEnds[],
    given: Partial<Record<QuestionId, string>> = {},
    title = 'hq',
  ) {
    const device = await load()
    return device.write(
      peerOf(title, settings, ends),
      answersOf(device.questions, { ...networks, ...given }),
    )
  }
  const textOf = (parts: Awaited<ReturnType<typeof write>>, kind = 'config') =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ text }) => text)
      .join('\n')

  it('gives the text, and how to verify, to renew a key and to undo it', async () => {
    const parts = await write(two(), TWO)
    for (const kind of ['config', 'verify', 'rekey', 'undo'])
      expect(textOf(parts, kind)).not.toBe('')
  })

  it('names the connection and the tunnel', async () => {
    const text = textOf(await write(two(), TWO, {}, 'branch-7'))
    expect(text).toContain('branch-7 tunnel 2 of 2')
  })

  it('lets no name of a connection become a line, or ask for help', async () => {
    const text = textOf(await write(two(), TWO, {}, 'a\nreload now?\r\u2028b'))
    expect(text).not.toMatch(/^\s*reload now/m)
    expect(text).not.toContain('?')
  })

  it('marks what is not known: the key, the gateway, the networks', async () => {
    const settings = strong('Abcdefgh12345678')
    const [{ psk: _, ...tunnel }] = settings.tunnels
    const text = textOf(await write({ ...settings, tunnels: [tunnel] }, [{}], { lan: '', vpc: '' }))
    const marks = ['pre-shared-key-1', 'gateway-address-1', 'network-behind-the-device']
    // FRR has no part in the IPsec.
    const own = id === 'frr' ? marks.slice(2) : marks
    expect(own.filter((mark) => !text.includes(`<${mark}>`))).toEqual([])
    expect(text).not.toContain('undefined')
    expect(text).not.toContain('NaN')
  })

  it('says whose turn it is to start', async () => {
    expect(textOf(await write(strong('Abcdefgh12345678'), ENDS))).toContain(
      'The cloud only answers',
    )
    const both = { ...strong('Abcdefgh12345678'), effectImmediately: true }
    expect(textOf(await write(both, ENDS))).toContain('Both ends start')
  })

  it('shares the load of two tunnels, or lets one stand by', async () => {
    const shared = textOf(await write(two(), TWO, { balance: 'ecmp' }))
    const standby = textOf(await write(two(), TWO, { balance: 'backup' }))
    // RouterOS can only let the second one stand by.
    expect(standby === shared).toBe(id === 'routeros')
  })

  it.skipIf(id === 'frr')('leads the answers to the health check into the tunnel', async () => {
    const { enableBgp: _, ...settings } = strong('Abcdefgh12345678')
    const text = textOf(await write({ ...settings, enableBgp: false, healthCheck }, ENDS))
    expect(text).toMatch(/10\.9\.77\.9(\/32| 255\.255\.255\.255| 32)/)
  })

  it('holds no undefined word with any of its answers', async () => {
    const { questions } = await load()
    for (const { id: asked, choices = [] } of questions)
      for (const choice of choices)
        expect(textOf(await write(two(), TWO, { [asked]: choice }))).not.toMatch(/undefined|NaN/)
    const nat = textOf(await write(two(), TWO, { ownAddress: '192.168.1.2' }))
    expect(nat).not.toMatch(/undefined|NaN/)
  })

  it('writes what ends on it alone, as the tunnel that it is', async () => {
    const device = await load()
    const peer = endingOn(peerOf('hq', two(), TWO), ({ number }) => number === 2)
    const parts = device.write(peer, answersOf(device.questions, networks))
    const text = textOf(parts)
    expect(text).toContain('hq tunnel 2 of 2')
    expect(text).not.toContain('47.91.7.11')
    const paths = device
      .limits(peer, answersOf(device.questions, { ownAddress: '192.168.1.2' }))
      .map(({ path }) => path)
    expect(paths.filter((path) => path.startsWith('tunnels.0'))).toEqual([])
  })

  // The sheets name their pages instead.
  it.skipIf(['pfsense', 'sheet'].includes(id)).each(['bgp', 'flow', 'static'])(
    'takes back with %s whatever it names',
    async (kind) => {
      const { tunnels, ...settings } = two()
      const flow = kind === 'flow' && {
        localSubnet: ['10.9.0.0/16'],
        remoteSubnet: ['172.16.0.0/16'],
      }
      const parts = await write(
        { ...settings, tunnels, ...flow, enableBgp: kind === 'bgp' || id === 'frr' },
        TWO,
        { balance: 'backup' },
      )
      const undo = textOf(parts, 'undo')
      const config = textOf(parts).replaceAll(/^\s*(#|! ).*$/gm, '')
      const names = new Set(config.match(/cen-\d+[\w-]*/g))
      // Parts of an object go with it: `cen-101-p1` of FortiOS, `cen-101-2` of a file.
      const left = [...names].filter((name) => !undo.includes(name))
      expect(left.filter((name) => !name.endsWith('-up'))).toEqual([])
      // The route that lets the network be announced goes too, where there is one.
      const held = /172\.16\.0\.0.*(null0|blackhole|discard)/i.test(config)
      expect(held && !undo.includes('172.16.0.0')).toBe(false)
    },
  )

  it('takes no answer that would break the text', async () => {
    const { questions } = await load()
    const bad = Object.fromEntries(questions.map((question) => [question.id, 'eth0\nreload; "x']))
    const answers = answersOf(questions, bad)
    for (const question of questions) expect(answers[question.id]).toBe(question.initial)
  })
})
