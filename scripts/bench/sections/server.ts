import { inRounds, type Report } from '@/scripts/bench/report'
import { actionOf, cpuOf } from '@/scripts/bench/requests'
import { serveBareNode } from '@/scripts/bench/servers'
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
  // Without people there is nothing to prove: it does nothing more than to be asked.
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

async function assetsOf(url: string): Promise<string[]> {
  const html = await (await fetch(url)).text()
  // Of the attributes: what the scripts name ends with the backslash of a quote in a text.
  const found = html.split('"').filter((text) => /^\/_next\/static\/.*[^\\]$/.test(text))
  return [...new Set(found.map((path) => new URL(path, url).href))]
}
