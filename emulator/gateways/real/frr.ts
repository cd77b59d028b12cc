import type { LearnedRoute } from '../../state/vpn-records'
import type { Machine } from './machine'

type Daemon = 'zebra' | 'staticd' | 'bgpd'

/** Starts FRR in a machine with the frr.conf that lies there, and of its daemons those that the file needs. */
export async function startFrr(
  machine: Machine,
  daemons: readonly Daemon[] = ['zebra', 'staticd', 'bgpd'],
): Promise<void> {
  for (const daemon of daemons) await start(machine, daemon)
}

/** Starts its BGP again, with the file as it is now. */
export const startBgp = (machine: Machine): Promise<void> => start(machine, 'bgpd')

const start = async (machine: Machine, daemon: Daemon): Promise<void> => {
  const log = `--log file:${machine.folder}/log/${daemon}.log`
  await machine.must(`/usr/lib/frr/${daemon} -d -f /etc/frr/frr.conf ${log}`)
}

/** A BGP session as FRR has it. */
export interface Session {
  readonly isUp: boolean
  readonly learned: readonly LearnedRoute[]
}

/** The session with a neighbour and what it announces. */
export async function sessionWith(machine: Machine, peer: string): Promise<Session> {
  const neighbors = await show(machine, `bgp neighbors ${peer}`)
  const neighbor = objectAt(neighbors, peer)
  const isUp = neighbor['bgpState'] === 'Established'
  const routes = isUp ? objectAt(await show(machine, 'bgp ipv4 unicast'), 'routes') : {}
  return {
    isUp,
    learned: Object.entries(routes).flatMap(([cidr, paths]) => learnedFrom(peer, cidr, paths)),
  }
}

function learnedFrom(peer: string, cidr: string, paths: unknown): LearnedRoute[] {
  const path = listOf(paths).find((each) => each['peerId'] === peer)
  if (!path) return []
  const asPath = typeof path['path'] === 'string' ? path['path'].split(' ') : []
  return [{ cidr, asPath: asPath.filter((asn) => asn !== ''), communities: [] }]
}

/** Announces prefixes and takes others back, while the session stays up. */
export async function announce(
  machine: Machine,
  asn: number,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  const lines = [
    'configure terminal',
    `router bgp ${asn}`,
    'address-family ipv4 unicast',
    ...add.map((prefix) => `network ${prefix}`),
    ...remove.map((prefix) => `no network ${prefix}`),
  ]
  await machine.run(['vtysh', ...lines.flatMap((line) => ['-c', line])])
}

/** What FRR says to a `show … json`; nothing while it does not answer. */
async function show(machine: Machine, what: string): Promise<unknown> {
  const { out } = await machine.run(['vtysh', '-c', `show ${what} json`])
  try {
    return JSON.parse(out)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectAt = (value: unknown, key: string): Record<string, unknown> => {
  const found = isObject(value) ? value[key] : undefined
  return isObject(found) ? found : {}
}
const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : []
