import { type Load, measureLoad } from '@/scripts/bench/measure'
import type { Report } from '@/scripts/bench/report'
import { serveHtml } from '@/scripts/bench/servers'
import { paths, type Stand } from '@/scripts/bench/stand'
import { freePorts } from '@/scripts/ports'

const ROUNDS = 7
/** Pages, and files of a page, whose CPU on the server is counted together: one costs less than its clock shows. */
const PAGES = 60
const FILE_ROUNDS = 25

/** P1 and P4 to P7: what the first load of the create page costs, in the browser and on the server. */
export async function measureLoads(stand: Stand, report: Report): Promise<void> {
  const { browser } = stand
  const [ours, empty] = await Promise.all([stand.console(), stand.empty()])
  const page = ours.url + paths.create
  const [port = 0] = await freePorts(1)
  const copy = await serveHtml(await withoutScripts(ours.url, paths.create), port)
  const loads: Record<'ours' | 'empty' | 'again' | 'copy', Load[]> = {
    ours: [],
    empty: [],
    again: [],
    copy: [],
  }
  for (let round = -1; round < ROUNDS; round += 1) {
    const each = {
      ours: await measureLoad(browser, page),
      empty: await measureLoad(browser, empty.url),
      copy: await measureLoad(browser, copy.url),
      again: await measureLoad(browser, page),
    }
    if (round < 0) continue
    for (const name of ['ours', 'empty', 'copy', 'again'] as const) loads[name].push(each[name])
  }
  await copy.stop()
  const lcp = ({ lcp: time }: Load) => time
  report.same('the create page', loads.ours.map(lcp), loads.again.map(lcp))
  const all = [...loads.ours, ...loads.again]
  const kilobytes = ({ scriptBytes }: Load) => scriptBytes / 1024
  report.add(
    {
      goal: 'P1',
      what: 'script of the create page / of an empty Next page',
      ours: all.map(kilobytes),
      theirs: loads.empty.map(kilobytes),
      limit: 1.3,
      unit: 'kB',
    },
    {
      goal: 'P4',
      what: 'CPU of a load / of an empty Next page',
      ours: all.map(({ cpu }) => cpu),
      theirs: loads.empty.map(({ cpu }) => cpu),
      limit: 2.2,
      unit: 'ms',
    },
    {
      goal: 'P5',
      what: 'largest paint / of the same HTML as a file',
      ours: all.map(lcp),
      theirs: loads.copy.map(lcp),
      limit: 1.2,
      unit: 'ms',
    },
  )

  const times = (count: number, urls: string[]) => async () => {
    for (let round = 0; round < count; round += 1)
      await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()))
  }
  const assets = await Promise.all([assetsOf(page), assetsOf(empty.url)])
  const cpu: Record<'ours' | 'empty' | 'oursFiles' | 'emptyFiles', number[]> = {
    ours: [],
    empty: [],
    oursFiles: [],
    emptyFiles: [],
  }
  for (let round = -1; round < 3; round += 1) {
    const each = {
      ours: await cpuOf(ours, times(PAGES, [page])),
      empty: await cpuOf(empty, times(PAGES, [empty.url])),
      oursFiles: await cpuOf(ours, times(FILE_ROUNDS, assets[0])),
      emptyFiles: await cpuOf(empty, times(FILE_ROUNDS, assets[1])),
    }
    if (round < 0) continue
    for (const name of ['ours', 'empty', 'oursFiles', 'emptyFiles'] as const)
      cpu[name].push(each[name])
  }
  const perPage = (milliseconds: number) => milliseconds / PAGES
  const perLoad = (milliseconds: number) => milliseconds / FILE_ROUNDS
  report.add(
    {
      goal: 'P6',
      what: 'CPU of the server for the create page / for an empty Next page',
      ours: cpu.ours.map(perPage),
      theirs: cpu.empty.map(perPage),
      limit: 4,
      unit: 'ms',
    },
    {
      goal: 'P7',
      what: 'CPU of the server for the files of the create page / of an empty Next page',
      ours: cpu.oursFiles.map(perLoad),
      theirs: cpu.emptyFiles.map(perLoad),
      limit: 1.3,
      unit: 'ms',
    },
  )
}

async function cpuOf({ cpu }: { cpu: () => number }, work: () => Promise<void>): Promise<number> {
  const before = cpu()
  await work()
  return (cpu() - before) * 1000
}

/** The page as it is served, without what runs; its style comes from where it came from. */
async function withoutScripts(origin: string, path: string): Promise<string> {
  const html = await (await fetch(origin + path)).text()
  const [head = '', ...scripts] = html.split('<script')
  const end = '</script>'
  return [head, ...scripts.map((part) => part.slice(part.indexOf(end) + end.length))]
    .join('')
    .split('<link')
    .filter((part) => !part.slice(0, part.indexOf('>')).includes('as="script"'))
    .join('<link')
    .replaceAll('="/_next/', `="${origin}/_next/`)
}

async function assetsOf(url: string): Promise<string[]> {
  const html = await (await fetch(url)).text()
  // Of the attributes: what the scripts name ends with the backslash of a quote in a text.
  const found = html.split('"').filter((text) => /^\/_next\/static\/.*[^\\]$/.test(text))
  return [...new Set(found.map((path) => new URL(path, url).href))]
}
