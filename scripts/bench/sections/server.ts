import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { inRounds, type Report } from '@/scripts/bench/report'
import { serveBareNode, type Served } from '@/scripts/bench/servers'
import { paths, type Stand } from '@/scripts/bench/stand'
import { BUILD_FOLDER } from '@/scripts/build'

const ROUNDS = 5
/** Answers whose CPU on the server is counted together: one costs less than its clock shows. */
const PAGES = 40
const FILE_ROUNDS = 25
const SMALL = 400

/** P6 and P7: what pages, their files, an answer with data and an action cost the server. */
export async function measureServer(stand: Stand, report: Report): Promise<void> {
  const [ours, empty] = await Promise.all([stand.console(), stand.empty()])
  const page = ours.url + paths.create
  const regions = `${ours.url}${paths.regions}`
  const bare = await serveBareNode(await (await fetch(regions)).text())
  const [assets, emptyAssets] = await Promise.all([assetsOf(page), assetsOf(empty.url)])
  const guarded = actionOf(BUILD_FOLDER, { url: page, name: 'prove' }, [
    { by: 'password', password: 'none' },
  ])
  const action = actionOf(stand.emptyBuild, { url: empty.url, name: 'act' }, [{ said: 'none' }])
  const rounds = await inRounds(
    ROUNDS,
    async () => ({
      page: await cpuOf(ours, PAGES, [page]),
      empty: await cpuOf(empty, PAGES, [empty.url]),
      shell: await cpuOf(ours, PAGES, [ours.url + paths.shell]),
      files: await cpuOf(ours, FILE_ROUNDS, assets),
      emptyFiles: await cpuOf(empty, FILE_ROUNDS, emptyAssets),
      data: await cpuOf(ours, SMALL, [regions]),
      bare: await cpuOf(bare, SMALL, [bare.url]),
      guarded: await cpuOf(ours, SMALL, [ours.url + paths.instances], guarded),
      action: await cpuOf(empty, SMALL, [`${empty.url}act`], action),
      again: await cpuOf(ours, PAGES, [page]),
    }),
    ({ page: one, again }) => [one, again],
  )
  await bare.stop()
  const of = (name: keyof (typeof rounds)[number]) => rounds.map((round) => round[name])
  report.same('the CPU of the create page', of('page'), of('again'))
  /** Answers in a second of CPU. */
  const rate = (name: keyof (typeof rounds)[number]) => of(name).map((each) => 1000 / each)
  report.add(
    {
      goal: 'P6',
      what: 'CPU of the server for the create page / for an empty Next page',
      ours: [...of('page'), ...of('again')],
      theirs: of('empty'),
      limit: 4,
      unit: 'ms',
    },
    {
      goal: 'P7',
      what: 'CPU of the server for the files of the create page / of an empty Next page',
      ours: of('files'),
      theirs: of('emptyFiles'),
      limit: 1.3,
      unit: 'ms',
    },
    {
      goal: 'server',
      what: 'page shells in a second of CPU / empty Next pages',
      ours: rate('shell'),
      theirs: rate('empty'),
      limit: 0.7,
      atLeast: true,
      unit: '',
      why: 'React draws bar, navigation, notices and the table twice on the server, as flight and as HTML; a tenth is the query and the session, and no function takes more than 4 %.',
    },
    {
      goal: 'server',
      what: 'answers with data in a second of CPU / of bare Node with the same bytes',
      ours: rate('data'),
      theirs: rate('bare'),
      limit: 0.5,
      atLeast: true,
      unit: '',
      why: 'Nine tenths are the proxy, the router, the web streams and the compression of Next, before and after a line of ours; the hop over the gate alone costs what the bare server does.',
    },
    {
      goal: 'server',
      what: 'CPU of an action behind gate and guard / of one of a bare Next server',
      ours: of('guarded'),
      theirs: of('action'),
      limit: 1.5,
      unit: 'ms',
    },
  )
}

/** A press whose action does nothing more than to be asked; without people there is nothing to prove. */
function actionOf(
  build: string,
  { url, name }: { url: string; name: string },
  given: readonly unknown[],
): RequestInit {
  const manifest = readFileSync(join(build, 'server/server-reference-manifest.json'), 'utf8')
  const { node } = JSON.parse(manifest) as { node: Record<string, { exportedName: string }> }
  const [id] = Object.entries(node).find(([, { exportedName }]) => exportedName === name) ?? []
  if (id === undefined) throw new Error(`The build in ${build} has no action ${name}.`)
  return {
    method: 'POST',
    body: JSON.stringify(given),
    headers: {
      'next-action': id,
      origin: new URL(url).origin,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
    },
  }
}

/** Milliseconds of CPU for each of `count` rounds of requests to all of `urls`. */
async function cpuOf(
  { cpu }: Served,
  count: number,
  urls: readonly string[],
  init: RequestInit = {},
): Promise<number> {
  const before = cpu()
  for (let round = 0; round < count; round += 1)
    await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(url, init)
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
        await answer.arrayBuffer()
      }),
    )
  return ((cpu() - before) * 1000) / count
}

async function assetsOf(url: string): Promise<string[]> {
  const html = await (await fetch(url)).text()
  // Of the attributes: what the scripts name ends with the backslash of a quote in a text.
  const found = html.split('"').filter((text) => /^\/_next\/static\/.*[^\\]$/.test(text))
  return [...new Set(found.map((path) => new URL(path, url).href))]
}
