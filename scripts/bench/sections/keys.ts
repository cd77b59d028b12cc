import { type Input, measureKeys as measurePage, measureTyping } from '@/scripts/bench/measure'
import { plainFormLike } from '@/scripts/bench/plain-form'
import { inRounds, type Report } from '@/scripts/bench/report'
import { serveHtml } from '@/scripts/bench/servers'
import { paths, type Stand } from '@/scripts/bench/stand'
import { freePorts } from '@/scripts/ports'

const ROUNDS = 5

/** P2 and P3: what a key in the create form costs, and a press that opens something; and a key in the palette. */
export async function measureKeys(stand: Stand, report: Report): Promise<void> {
  const { browser } = stand
  const [ours, empty] = await Promise.all([stand.console(), stand.empty()])
  const page = ours.url + paths.create
  const [port = 0] = await freePorts(1)
  const plain = await serveHtml(await plainFormLike(browser, page), port)
  const rounds = await inRounds(
    ROUNDS,
    async () => ({
      ours: await measurePage(browser, page),
      plain: await measurePage(browser, plain.url),
      react: await measurePage(browser, `${empty.url}form`),
      palette: await measureTyping(browser, ours.url + paths.instances, async (open) => {
        await open.keyboard.press('ControlOrMeta+k')
        await open.getByRole('dialog').getByRole('combobox').waitFor()
      }),
      again: await measurePage(browser, plain.url),
    }),
    ({ plain: one, again }) => [one.settled, again.settled],
  )
  await plain.stop()
  const of = (name: 'ours' | 'plain' | 'react' | 'again', figure: keyof Input) =>
    rounds.map((round) => round[name][figure])
  report.same('keys in a plain form', of('plain', 'settled'), of('again', 'settled'))
  const plainly = { worst: of('plain', 'worst'), median: of('plain', 'median') }
  report.add(
    {
      goal: 'P2',
      what: 'worst key to paint, all sections open / in a plain form',
      ours: of('ours', 'worst'),
      theirs: plainly.worst,
      limit: 1.5,
      unit: 'ms',
    },
    {
      goal: 'P2',
      what: 'median key, all sections open / in a plain form',
      ours: of('ours', 'median'),
      theirs: plainly.median,
      limit: 1.2,
      unit: 'ms',
    },
    {
      goal: 'P3',
      what: 'settled key / in a bare form of React with 60 fields',
      ours: of('ours', 'settled'),
      theirs: of('react', 'settled'),
      limit: 1.1,
      unit: 'ms',
    },
    {
      goal: 'opening',
      what: 'slowest press that opens a section or a select',
      ours: of('ours', 'opening'),
      limit: 100,
      unit: 'ms',
    },
    {
      goal: 'palette',
      what: 'worst key in the palette / in a plain form',
      ours: rounds.map(({ palette }) => palette.worst),
      theirs: plainly.worst,
      limit: 1.5,
      unit: 'ms',
    },
    {
      goal: 'palette',
      what: 'median key in the palette / in a plain form',
      ours: rounds.map(({ palette }) => palette.median),
      theirs: plainly.median,
      limit: 1.2,
      unit: 'ms',
    },
  )
}
