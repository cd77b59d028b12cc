import { request } from 'node:http'
import { setTimeout as pass } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

import type { Report } from '@/scripts/bench/report'
import type { Console } from '@/scripts/bench/servers'
import { attachmentOf, firstGateway, paths, routeTables, type Stand } from '@/scripts/bench/stand'

/** Of each call of the cloud, in milliseconds: as far as Europe is from Asia. */
const CALL_MS = 250
/** Connections in the region and routes in the default table, beside those of the sample world. */
const SIZES = [
  { connections: 0, routes: 0 },
  { connections: 100, routes: 100 },
  { connections: 1000, routes: 1000 },
  { connections: 5000, routes: 10_000 },
]
const ROUNDS = 3
/** An open tab is watched for so long, once its page is complete. */
const WATCH_MS = 60_000

/** What a page costs at one size. */
interface Cost {
  milliseconds: number
  html: number
  /** Calls of the cloud that waited for another, one after the other. */
  roundTrips: number
}

/** P8 to P12: what the same pages cost when the account has more and more. */
export async function measureGrowth(stand: Stand, report: Report): Promise<void> {
  const ours = await stand.console()
  const pages = {
    'create page': paths.create,
    'IPsec connections': paths.ipsecConnections,
    'intra-region connections': paths.connections,
    'customer gateways': paths.customerGateways,
    'attachment panel': paths.attachment(await attachmentOf(ours, 'munich-hq')),
  }
  const costs = new Map<string, Cost[][]>()
  for (const { connections, routes } of SIZES) {
    await ours.steer('/reset', {})
    if (connections > 0)
      await ours.steer(`/customer-gateways/${await firstGateway(ours)}/connections`, {
        count: connections,
      })
    if (routes > 0)
      await ours.steer(`/route-tables/${(await routeTables(ours)).get('')}/routes`, {
        count: routes,
      })
    await ours.steer('/faults', { fault: 'delay', ms: CALL_MS })
    for (const [name, path] of Object.entries(pages)) {
      const rounds: Cost[] = []
      // The first fills what the console keeps for an hour.
      for (let round = -1; round < ROUNDS; round += 1) {
        const cost = await costOf(ours, path)
        if (round >= 0) rounds.push(cost)
      }
      costs.set(name, [...(costs.get(name) ?? []), rounds])
    }
  }
  for (const [name, bySize] of costs) {
    for (const [index, { connections, routes }] of SIZES.entries()) {
      const rounds = bySize[index] ?? []
      const base = bySize[0] ?? []
      const size = `${name}, ${connections} connections and ${routes} routes more`
      const isCreate = name === 'create page'
      if (index > 0)
        report.add(
          {
            goal: isCreate ? 'P8' : 'P9',
            what: `${size}: time / sample world`,
            ours: rounds.map(({ milliseconds }) => milliseconds),
            theirs: base.map(({ milliseconds }) => milliseconds),
            limit: 1.2,
            unit: 'ms',
          },
          {
            goal: isCreate ? 'P8' : 'P11',
            what: `${size}: HTML / sample world`,
            ours: rounds.map(({ html }) => html / 1024),
            theirs: base.map(({ html }) => html / 1024),
            limit: isCreate ? 1.2 : 1.1,
            unit: 'kB',
          },
        )
      report.add({
        goal: 'P9',
        what: `${size}: round trips, one after another`,
        ours: rounds.map(({ roundTrips }) => roundTrips),
        limit: name === 'attachment panel' ? 3 : 2,
        unit: '',
      })
    }
  }
  await measurePolls(stand, report, ours)
  await ours.steer('/faults', {}, 'DELETE')
  await ours.steer('/reset', {})
}

/** P10 and P12, in the largest world. */
async function measurePolls({ browser }: Stand, report: Report, ours: Console): Promise<void> {
  const page = await browser.newPage()
  await page.goto(ours.url + paths.ipsecConnections, { waitUntil: 'networkidle' })
  const before = await ours.calls()
  await pass(WATCH_MS)
  const { times } = await ours.calls(before.last)
  await page.close()
  report.add(
    {
      goal: 'P10',
      what: 'calls a minute of an open tab with 5,000 connections, settled',
      ours: [times.length],
      limit: 20,
      unit: '',
    },
    {
      goal: 'P12',
      what: 'bytes of an answer to a poll without change',
      ours: [await bytesOfPoll(ours, '/api/ipsec-connections?regionId=eu-central-1')],
      limit: 1024,
      unit: 'B',
    },
  )
}

async function costOf(ours: Console, path: string): Promise<Cost> {
  const before = await ours.calls()
  const started = performance.now()
  const html = await (await fetch(ours.url + path)).text()
  const milliseconds = performance.now() - started
  const { times } = await ours.calls(before.last)
  return {
    milliseconds,
    html: gzipSync(html).length,
    roundTrips: roundTripsOf(times),
  }
}

/** A call that comes when an earlier one has been answered waited for it. */
function roundTripsOf(times: number[]): number {
  let trips = 0
  let from = -Infinity
  for (const time of times.toSorted((a, b) => a - b)) {
    if (time - from < CALL_MS) continue
    trips += 1
    from = time
  }
  return trips
}

/** Of head and body, on a connection of its own. */
async function bytesOfPoll({ url }: Console, path: string): Promise<number> {
  const first = await fetch(url + path)
  await first.arrayBuffer()
  return new Promise((resolve, reject) => {
    request(url + path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
      .once('response', (response) => {
        const { socket } = response
        response.resume().once('end', () => resolve(socket.bytesRead))
      })
      .once('error', reject)
      .end()
  })
}
