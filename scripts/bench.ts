import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium } from '@playwright/test'

import { measureEngine } from './bench/engine'
import { measureFilter, measureKeys, measureLoad } from './bench/measure'
import { plainFormLike } from './bench/plain-form'
import { serveConsole, serveEmptyNext, serveHtml } from './bench/servers'
import { tablesOfRoutes } from './bench/tables'
import { chromiumPath } from './chromium'
import { freePorts } from './ports'

const ROUNDS = 7
const CREATE =
  '/cen/cen-c7552q19cnvv7ptjlw/transit-routers/tr-31bdalhkvzav8stsmf/connections/create'

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The spread around the median, so that a ratio can be read for what it is worth. */
const deviation = (values: number[]) => {
  const middle = median(values)
  return median(values.map((value) => Math.abs(value - middle)))
}

function line(
  goal: string,
  what: string,
  ours: number[],
  theirs: number[],
  limit: number,
  unit: string,
) {
  const ratio = median(ours) / Math.max(median(theirs), 1)
  const figure = (values: number[]) =>
    `${median(values).toFixed(0)} ± ${deviation(values).toFixed(0)} ${unit}`
  const verdict = ratio <= limit ? 'met' : 'missed'
  console.log(
    `${goal}  ${what}: ${figure(ours)} / ${figure(theirs)} = ${ratio.toFixed(2)} (≤ ${limit}, ${verdict})`,
  )
}

const folder = await mkdtemp(join(import.meta.dirname, '../.bench-'))
const executablePath = chromiumPath()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const [port = 0, emulatorPort = 0, emptyPort = 0, plainPort = 0] = await freePorts(4)
const ours = await serveConsole(join(folder, 'data'), port, emulatorPort)
const empty = await serveEmptyNext(join(folder, 'empty'), emptyPort)
const page = ours.url + CREATE
const tables = await tablesOfRoutes(ours.url, `http://127.0.0.1:${emulatorPort}`)
const plain = await serveHtml(await plainFormLike(browser, page), plainPort)

const loads = { ours: [], empty: [] } as Record<
  'ours' | 'empty',
  Awaited<ReturnType<typeof measureLoad>>[]
>
const keys = { ours: [], plain: [] } as Record<
  'ours' | 'plain',
  Awaited<ReturnType<typeof measureKeys>>[]
>
const filters = { few: [], many: [] } as Record<
  'few' | 'many',
  Awaited<ReturnType<typeof measureFilter>>[]
>
for (let round = 0; round < ROUNDS; round++) {
  loads.ours.push(await measureLoad(browser, page))
  loads.empty.push(await measureLoad(browser, empty.url))
  keys.ours.push(await measureKeys(browser, page))
  keys.plain.push(await measureKeys(browser, plain.url))
  filters.few.push(await measureFilter(browser, tables.few))
  filters.many.push(await measureFilter(browser, tables.many))
}

const kilobytes = (load: { scriptBytes: number }) => load.scriptBytes / 1024
console.log(`${ROUNDS} interleaved rounds, CPU slowed 4 times, median ± median deviation`)
line(
  'G1',
  'script of the create page / empty page',
  loads.ours.map(kilobytes),
  loads.empty.map(kilobytes),
  1.35,
  'kB',
)
line(
  'G2',
  'worst key to paint / plain form',
  keys.ours.map((k) => k.worst),
  keys.plain.map((k) => k.worst),
  1.5,
  'ms',
)
line(
  'G3',
  'blocking time at load / empty page',
  loads.ours.map((l) => l.blocking),
  loads.empty.map((l) => l.blocking),
  1.5,
  'ms',
)
line(
  'G3',
  'largest paint / empty page',
  loads.ours.map((l) => l.lcp),
  loads.empty.map((l) => l.lcp),
  1.5,
  'ms',
)
line(
  'G4',
  'worst key in the filter of 10 000 routes / 100',
  filters.many.map((f) => f.worst),
  filters.few.map((f) => f.worst),
  2,
  'ms',
)
line(
  'G5',
  'elements of the page with 10 000 routes / 100',
  filters.many.map((f) => f.nodes),
  filters.few.map((f) => f.nodes),
  1.2,
  '',
)

const create = await measureEngine()
line('G8', 'create as an operation / its calls in a row', create.engine, create.row, 2, 'ms')
line('P13', '… in a row with synced commits', create.engine, create.durableRow, 1.9, 'ms')
line(
  'P13',
  'writing commits of a create / one',
  create.commits,
  create.commits.map(() => 1),
  16,
  '',
)

await Promise.all([browser.close(), plain.stop(), empty.stop(), ours.stop()])
await rm(folder, { recursive: true, force: true })
