import { setTimeout } from 'node:timers/promises'

import type { Browser } from '@playwright/test'

import { inRounds, median, type Report } from '@/scripts/bench/report'
import { actionOf, cpuOf, timesOf } from '@/scripts/bench/requests'
import type { Console } from '@/scripts/bench/servers'
import { paths, type Stand } from '@/scripts/bench/stand'
import { BUILD_FOLDER } from '@/scripts/build'

const ROUNDS = 5
const PAGES = 40
const SMALL = 200
const SIGN_INS = 8

const ADA = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' }

/** What it costs that people sign in: who asks, per request through the gate, and a sign-in. */
export async function measureSessions(stand: Stand, report: Report): Promise<void> {
  // The first builds, where there is no build yet.
  const off = await stand.console()
  const local = await stand.people()
  const headers = { cookie: await firstSession(stand.browser, local) }
  const signIn = actionOf(BUILD_FOLDER, { url: local.url, name: 'signIn' }, [
    { email: ADA.email, password: ADA.password, code: '' },
  ])
  const of = async ({ url, cpu }: Console, init: RequestInit) => {
    const served = { url, cpu, stop: () => Promise.resolve() }
    const [data, page] = [url + paths.regions, url + paths.shell]
    return {
      dataTime: median(await timesOf(SMALL, data, init)),
      pageTime: median(await timesOf(PAGES, page, init)),
      dataCpu: await cpuOf(served, SMALL, [data], init),
      pageCpu: await cpuOf(served, PAGES, [page], init),
    }
  }
  const rounds = await inRounds(
    ROUNDS,
    async () => ({
      off: await of(off, {}),
      local: await of(local, { headers }),
      again: await of(off, {}),
      signIn: median(await timesOf(SIGN_INS, local.url + paths.signIn, signIn)),
    }),
    (round) => [round.off.dataTime, round.again.dataTime],
  )
  const both = (name: keyof (typeof rounds)[number]['off']) => ({
    ours: rounds.map(({ local }) => local[name]),
    theirs: rounds.flatMap(({ off, again }) => [off[name], again[name]]),
  })
  const times = (name: 'off' | 'again') => rounds.map((round) => round[name].dataTime)
  report.same('the time of an answer with data', times('off'), times('again'))
  const asked = 'signed in / with AUTH=off'
  report.add(
    ...(
      [
        ['dataTime', 'time of an answer with data'],
        ['pageTime', 'time of a page shell'],
        ['dataCpu', 'CPU of an answer with data'],
        ['pageCpu', 'CPU of a page shell'],
      ] as const
    ).map(([name, what]) => ({
      goal: 'session',
      what: `${what}, ${asked}`,
      ...both(name),
      limit: 1.3,
      unit: 'ms',
      why: 'The session is asked for twice, by the proxy that stands before every path and by the read itself, which refuses whatever the proxy does.',
    })),
    {
      goal: 'session',
      what: 'time of a sign-in with the right password',
      ours: rounds.map((round) => round.signIn),
      limit: 500,
      unit: 'ms',
    },
  )
}

/** The cookie of Ada, who comes by the setup link. */
async function firstSession(browser: Browser, local: Console): Promise<string> {
  const lines = () => local.said().split('\n').slice(0, -1)
  const link = () => lines().find((line) => line.includes('/set-up#'))
  // It is printed after the first answer of the health.
  while (link() === undefined) await setTimeout(50)
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(link() ?? '')
  await page.getByRole('textbox', { name: 'Name' }).fill(ADA.name)
  await page.getByRole('textbox', { name: 'Email address' }).fill(ADA.email)
  await page.getByLabel('Password').fill(ADA.password)
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await page.getByRole('heading', { level: 1, name: 'Instances' }).waitFor()
  const cookie = (await context.cookies()).find(({ name }) => name === 'session')
  await context.close()
  return `session=${cookie?.value ?? ''}`
}
