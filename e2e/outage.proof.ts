import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

import { everyPage } from '@/e2e/fixtures/every-page'
import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'

let own: OwnConsole

test.beforeAll(async () => {
  own = await startConsole({ WATCH_INTERVAL: '3600' })
})
test.afterAll(async () => {
  await own.stop()
})

/** What the database alone tells, what asks the cloud only when pressed, and what is nowhere. */
const WITHOUT_CLOUD = new Set(['operations', 'audit', 'RAM permissions', 'no page'])

test('while no service of the cloud answers every page says so, in its words, and nothing is on its way', async ({
  browser,
}) => {
  const answer = await fetch(`${own.emulator}/_emulator/faults`, {
    method: 'POST',
    body: JSON.stringify({
      fault: 'error',
      status: 503,
      code: 'ServiceUnavailable',
      message: 'The service is down.',
    }),
  })
  expect(answer.ok).toBe(true)
  const page = await browser.newPage({ baseURL: own.url })
  const wrong: Record<string, string[]> = {}
  // The ids are those of another world: while nothing can be read, nobody knows that they are not there.
  for (const [name, path] of Object.entries(await everyPage())) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const main = page.getByRole('main')
    // What is read again has its say when it has given up; what never ends fails here.
    await expect(main.locator('.animate-pulse, [aria-busy=true]'), name).toHaveCount(0)
    const text = await main.innerText()
    const says = /ServiceUnavailable/.test(text)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = [
      ...(says === WITHOUT_CLOUD.has(name)
        ? [says ? 'names the cloud' : `does not say it: ${text}`]
        : []),
      ...(/the console failed|does not exist/i.test(text) && name !== 'no page'
        ? [`blames another: ${text}`]
        : []),
      ...violations.map(({ id }) => id),
    ]
    if (found.length > 0) wrong[name] = found
  }
  expect(wrong).toEqual({})
})
