import { measureKeys as measurePage } from '@/scripts/bench/measure'
import { plainFormLike } from '@/scripts/bench/plain-form'
import type { Report } from '@/scripts/bench/report'
import { serveHtml } from '@/scripts/bench/servers'
import { paths, type Stand } from '@/scripts/bench/stand'
import { freePorts } from '@/scripts/ports'

const ROUNDS = 7

/** P2 and P3: what a key in the create form costs. */
export async function measureKeys(stand: Stand, report: Report): Promise<void> {
  const { browser } = stand
  const [ours, empty] = await Promise.all([stand.console(), stand.empty()])
  const page = ours.url + paths.create
  const [port = 0] = await freePorts(1)
  const plain = await serveHtml(await plainFormLike(browser, page), port)
  type Keys = Awaited<ReturnType<typeof measurePage>>
  const keys: Record<'ours' | 'plain' | 'react', Keys[]> = { ours: [], plain: [], react: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    keys.ours.push(await measurePage(browser, page))
    keys.plain.push(await measurePage(browser, plain.url))
    keys.react.push(await measurePage(browser, `${empty.url}form`))
  }
  await plain.stop()
  report.add(
    {
      goal: 'P2',
      what: 'worst key to paint, all sections open / in a plain form',
      ours: keys.ours.map(({ worst }) => worst),
      theirs: keys.plain.map(({ worst }) => worst),
      limit: 1.5,
      unit: 'ms',
    },
    {
      goal: 'P3',
      what: 'settled key / in a bare form of React with 60 fields',
      ours: keys.ours.map(({ settled }) => settled),
      theirs: keys.react.map(({ settled }) => settled),
      limit: 1.1,
      unit: 'ms',
    },
  )
}
