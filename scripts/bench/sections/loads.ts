import { serveCopy } from '@/scripts/bench/copy'
import { type Load, measureLoad } from '@/scripts/bench/measure'
import { inRounds, type Report } from '@/scripts/bench/report'
import { paths, type Stand } from '@/scripts/bench/stand'

const ROUNDS = 7

/** P1, P4 and P5: what the first load of the create page costs in the browser. */
export async function measureLoads(stand: Stand, report: Report): Promise<void> {
  const { browser } = stand
  const [ours, empty] = await Promise.all([stand.console(), stand.empty()])
  const page = ours.url + paths.create
  const copy = await serveCopy(browser, page)
  const rounds = await inRounds(
    ROUNDS,
    async () => ({
      ours: await measureLoad(browser, page),
      empty: await measureLoad(browser, empty.url),
      copy: await measureLoad(browser, copy.url),
      again: await measureLoad(browser, page),
    }),
    ({ ours: one, again }) => [one.lcp, again.lcp],
  )
  await copy.stop()
  const loads = (name: keyof (typeof rounds)[number]) => rounds.map((round) => round[name])
  const lcp = ({ lcp: time }: Load) => time
  report.same('the create page', loads('ours').map(lcp), loads('again').map(lcp))
  const all = [...loads('ours'), ...loads('again')]
  const kilobytes = ({ scriptBytes }: Load) => scriptBytes / 1024
  report.add(
    {
      goal: 'P1',
      what: 'script of the create page / of an empty Next page',
      ours: all.map(kilobytes),
      theirs: loads('empty').map(kilobytes),
      limit: 1.3,
      unit: 'kB',
    },
    {
      goal: 'P4',
      what: 'CPU of a load / of an empty Next page',
      ours: all.map(({ cpu }) => cpu),
      theirs: loads('empty').map(({ cpu }) => cpu),
      limit: 2.2,
      unit: 'ms',
    },
    {
      goal: 'P5',
      what: 'largest paint / of the same HTML as a file',
      ours: all.map(lcp),
      theirs: loads('copy').map(lcp),
      limit: 1.2,
      unit: 'ms',
    },
    {
      goal: 'paint',
      what: 'largest paint of that file / of an empty Next page',
      ours: loads('copy').map(lcp),
      theirs: loads('empty').map(lcp),
      limit: 3.5,
      unit: 'ms',
    },
    {
      goal: 'HTML',
      what: 'of the create page, compressed',
      ours: all.map(({ htmlBytes }) => htmlBytes / 1024),
      limit: 18,
      unit: 'kB',
    },
  )
}
