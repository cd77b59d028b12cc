import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { startCharon } from '@/emulator/gateways/real/charon'
import { Device as Site } from '@/emulator/gateways/real/device'
import { cable, Machine, newFolder, whyNot } from '@/emulator/gateways/real/machine'
import { answersOf, type Device, type Part, type QuestionId } from '@/lib/peer-config/device'
import type { Peer } from '@/lib/peer-config/peer'
import { strongswan } from '@/lib/peer-config/strongswan/device'

/** Why the lab cannot run here; the proofs are skipped with this line. */
export const missing = whyNot()
// oxlint-disable-next-line no-console -- the one line that says why proofs are skipped
if (missing) console.log(`The lab is skipped. ${missing}`)

/** A gateway of the cloud and a device of a site on one wire, with a host behind each. */
export async function startLab(name: string, control: 'vici' | 'stroke' = 'vici') {
  const folder = newFolder(name)
  const [cloud, site, vpc, lan] = await Promise.all([
    Machine.start(`cv-${name}-cloud`, join(folder, 'cloud')),
    Site.start(`cv-${name}-site`, join(folder, 'site')),
    Machine.start(`cv-${name}-vpc`, join(folder, 'vpc')),
    Machine.start(`cv-${name}-lan`, join(folder, 'lan')),
  ])
  await Promise.all([
    cable(cloud, 'eth0', site.machine, 'eth0'),
    cable(cloud, 'eth1', vpc, 'eth0'),
    cable(site.machine, 'eth1', lan, 'eth0'),
  ])
  await Promise.all([
    // Nothing but the wire is behind any address.
    cloud.must('ip route add default dev eth0; ip addr add 10.0.0.1/16 dev eth1'),
    site.machine.must('ip route add default dev eth0; ip addr add 192.168.0.1/24 dev eth1'),
    vpc.must('ip addr add 10.0.0.5/16 dev eth0; ip route add default via 10.0.0.1'),
    lan.must('ip addr add 192.168.0.5/24 dev eth0; ip route add default via 192.168.0.1'),
  ])
  await Promise.all([startCharon(cloud), site.startCharon(control)])
  return {
    cloud,
    site,
    vpc,
    lan,
    /** Gives both ends of a tunnel their addresses on the wire. */
    address: async (gateway: string, device: string) => {
      await Promise.all([
        cloud.must(`ip addr add ${gateway}/32 dev eth0`),
        site.machine.must(`ip addr add ${device}/32 dev eth0`),
      ])
    },
    stop: async () => {
      await Promise.all([cloud.stop(), site.stop(), vpc.stop(), lan.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Lab = Awaited<ReturnType<typeof startLab>>

/** The parts that the console shows for a device, and the files among them. */
export function written(
  peer: Peer,
  given: Partial<Record<QuestionId, string>> = {},
  device: Device = strongswan,
) {
  const answers = answersOf(device.questions, {
    lan: '192.168.0.0/24',
    vpc: '10.0.0.0/16',
    ...given,
  })
  const errors = device.limits(peer, answers).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join())
  const parts = device.write(peer, answers)
  return {
    files: parts.flatMap(({ file, text }) => (file ? [{ path: file, text }] : [])),
    textOf: (kind: Part['kind']) =>
      parts
        .filter((part) => part.kind === kind)
        .map(({ text }) => text)
        .join('\n'),
  }
}

/** The end of a wait that has failed, not a measure of speed: the machine may be busy with others. */
export const AT_LAST = 300_000

/** Repeats until something is there. @throws after five minutes, with what it waited for. */
export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + AT_LAST
  for (;;) {
    const found = await read()
    if (found) return found
    if (Date.now() > end) throw new Error(`Not within ${AT_LAST / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** At least one answer: the first packets may come before the other end of an IKEv1 negotiation, or a router, is ready. */
export const ping = (from: Machine, address: string, source?: string): Promise<string> =>
  from.must(
    `for i in $(seq 24); do ping -q -c 1 -W 0.4 ${source ? `-I ${source} ` : ''}${address} >/dev/null && exit 0; done; exit 1`,
  )
