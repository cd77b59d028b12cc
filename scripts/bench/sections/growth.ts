import { request } from 'node:http'
import { setTimeout as pass } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

import type { Browser } from '@playwright/test'

import { NAMES } from '@/scripts/bench/measure'
import type { Report } from '@/scripts/bench/report'
import type { Console } from '@/scripts/bench/servers'
import { attachmentOf, firstGateway, paths, routeTables, type Stand } from '@/scripts/bench/stand'
import { renameFirst } from '@/scripts/bench/vpc'

/** Of each call of the cloud, in milliseconds: as far as Europe is from Asia. */
const CALL_MS = 250
/** Connections and customer gateways in the region and routes in the default table, beside those of the sample world. */
const SIZES = [
  { connections: 0, routes: 0 },
  { connections: 100, routes: 100 },
  { connections: 1000, routes: 1000 },
  { connections: 5000, routes: 10_000 },
]
const ROUNDS = 3
/** An open tab is watched for so many minutes of its own clock, once its page is complete. */
const MINUTES = 10

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
    'route table': paths.routeTable((await routeTables(ours)).get('') ?? ''),
    picture: paths.picture,
  }
  const costs = new Map<string, Cost[][]>()
  for (const { connections, routes } of SIZES) {
    await ours.steer('/reset', {})
    if (connections > 0)
      await ours.steer(`/customer-gateways/${await firstGateway(ours)}/connections`, {
        count: connections,
        gateways: connections,
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
      const size = `${name}, ${connections} connections and gateways and ${routes} routes more`
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

/** P10, P12 and what the lists weigh, in the largest world. */
async function measurePolls({ browser }: Stand, report: Report, ours: Console): Promise<void> {
  const path = paths.ipsecConnections
  await ours.steer('/faults', {}, 'DELETE')
  const settled = await callsAMinute(browser, ours, path)
  const hidden = await callsAMinute(browser, ours, path, true)
  const gateways = await callsAMinute(browser, ours, paths.customerGateways)
  const attachments = await callsAMinute(browser, ours, paths.connections)
  await changeForEver(ours)
  const changing = await callsAMinute(browser, ours, path)
  const [connectionList, gatewayList] = await Promise.all([
    weigh(ours, paths.connectionList),
    weigh(ours, paths.gatewayList),
  ])
  const calls = (what: string, count: number, limit = 20) => ({
    goal: 'P10',
    what: `calls a minute of an open tab, ${what}`,
    ours: [count],
    limit,
    unit: '',
  })
  const bytes = (what: string, { unchanged }: Weight) => ({
    goal: 'P12',
    what: `bytes of an answer to a poll of ${what} without change`,
    ours: [unchanged],
    limit: 1024,
    unit: 'B',
  })
  const weight = (what: string, { kilobytes }: Weight) => ({
    goal: 'weight',
    what: `1,000 rows of ${what}, compressed`,
    ours: [kilobytes],
    limit: 60,
    unit: 'kB',
  })
  report.add(
    calls('5,000 connections, settled', settled),
    calls('5,000 connections, one of them changing', changing, 60),
    calls('5,000 connections, hidden', hidden, 0),
    calls('5,000 customer gateways, settled', gateways),
    calls('attachments beside 5,000 connections, settled', attachments),
    bytes('5,000 connections', connectionList),
    bytes('5,000 customer gateways', gatewayList),
    weight('connections', connectionList),
    weight('customer gateways', gatewayList),
  )
}

/**
 * Calls of the cloud a minute of an open tab. Its clock runs ahead whenever nothing is on its way, so that an answer takes no time
 * of it: no tab asks more than this.
 */
async function callsAMinute(
  browser: Browser,
  ours: Console,
  path: string,
  hidden: boolean = false,
): Promise<number> {
  const page = await browser.newPage()
  await page.addInitScript(NAMES)
  let underway = 0
  page.on('request', () => void (underway += 1))
  const isBack = () => void (underway -= 1)
  page.on('requestfinished', isBack).on('requestfailed', isBack)
  await page.clock.install()
  await page.goto(ours.url + path, { waitUntil: 'networkidle' })
  if (hidden)
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
  const second = async () => {
    await page.clock.runFor(1000)
    while (underway > 0) await pass(20)
  }
  // What the page reads at first is no poll.
  for (let seconds = 0; seconds < 5; seconds += 1) await second()
  const before = await ours.calls()
  for (let seconds = 0; seconds < MINUTES * 60; seconds += 1) await second()
  const { times } = await ours.calls(before.last)
  await page.close()
  return times.length / MINUTES
}

/** A change of the first connection that never ends. */
async function changeForEver(ours: Console): Promise<void> {
  const actions = ['ModifyVpnAttachmentAttribute']
  await ours.steer('/faults', { fault: 'stuck', actions, status: 'updating' })
  await renameFirst(ours.emulatorPort)
}

interface Weight {
  /** Of 1,000 rows, compressed. */
  kilobytes: number
  /** Bytes of an answer that nothing has changed. */
  unchanged: number
}

async function weigh(ours: Console, path: string): Promise<Weight> {
  const text = await (await fetch(ours.url + path)).text()
  const rows = (JSON.parse(text) as unknown[]).length
  const kilobytes = gzipSync(text).length / 1024 / (rows / 1000)
  return { kilobytes, unchanged: await bytesOfPoll(ours, path) }
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
