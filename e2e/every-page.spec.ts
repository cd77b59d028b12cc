import { expect, type Page } from '@playwright/test'

import { everyPage } from '@/e2e/fixtures/every-page'
import { shiftsOf, watchShifts } from '@/e2e/fixtures/shifts'
import { wrongAtSomeSize } from '@/e2e/fixtures/sizes'
import { test } from '@/e2e/fixtures/watched'

// Far from UTC: a time by another clock than the reader's stands out.
test.use({ timezoneId: 'Asia/Shanghai' })

/** What the page says went wrong: script errors, refused policies, failed requests. */
function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('404 (Not Found)')) found.push(line.text())
  })
  return found
}

async function whole(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** Whether the focus is on the page's heading or in its panel. */
const hasFocus = (page: Page): Promise<boolean> =>
  page.locator('main h1:focus, main aside:focus, main aside :focus').first().isVisible()

// Two tests a theme, so that they go side by side; a page is loaded once for all that is asked of it.
for (const theme of ['light', 'dark'] as const)
  for (const half of [1, 2])
    test(`every page is sound and accessible in the ${theme} theme, has the focus, does not jump, and fits at every size, half ${half}`, async ({
      page,
      context,
      baseURL,
    }, info) => {
      await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
      const found = complaints(page)
      await watchShifts(page)
      const scores: Record<string, number> = {}
      const broken: Record<string, string[]> = {}
      const pages = Object.entries(await everyPage()).filter((_, at) => at % 2 === half - 1)
      for (const [name, path] of pages) {
        await whole(page, path)
        await expect(page).toHaveTitle(/./)
        const { score, shifts } = await shiftsOf(page)
        scores[name] = score
        const wrong = score > 0.01 ? shifts.map(({ what }) => `jumps: ${what}`) : []
        if (!(await hasFocus(page))) wrong.push('the focus is nowhere')
        wrong.push(...(await wrongAtSomeSize(page, theme === 'light' ? 'all' : 'colours')))
        wrong.push(...found.splice(0))
        if (wrong.length > 0) broken[name] = wrong
      }
      await info.attach('layout shift', {
        body: JSON.stringify(scores),
        contentType: 'application/json',
      })
      expect(broken).toEqual({})
    })

test('every page speaks Chinese when asked, with no key left bare', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([
    { name: 'locale', value: 'zh-CN', url: baseURL ?? '' },
    { name: 'time-zone', value: 'Asia/Shanghai', url: baseURL ?? '' },
  ])
  const found = complaints(page)
  const english: string[] = []
  const times: string[] = []
  for (const [name, path] of Object.entries(await everyPage())) {
    await whole(page, path)
    const text = await page.locator('main').innerText()
    if (
      !/\p{Script=Han}/u.test(text) ||
      /\b[a-z]+[A-Z]?[a-zA-Z]*\.[a-z]+[A-Z]?[a-zA-Z]*\.[a-zA-Z]+\b/.test(
        text.replaceAll(/\S+\.example\.\S+/g, ''),
      )
    )
      english.push(name)
    for (const time of await strangeTimes(page)) times.push(`${name}: ${time}`)
  }
  expect({ english, times, found }).toEqual({ english: [], times: [], found: [] })
})

/** What is not shown as a time is everywhere, by the clock of the reader with its distance from UTC, and its age. */
const strangeTimes = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) => {
    const shown = /\d{4}-\d\d-\d\d \d\d:\d\d/
    const whole = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d(\.\d{3})?)? UTC\+8\d+ \p{L}+前$/u
    const times = [...main.querySelectorAll('time')].map((time) => time.textContent)
    // An axis and the lines of a log have no room for ages.
    for (const known of main.querySelectorAll('time, svg, [role=log]')) known.remove()
    return [
      ...times.filter((text) => !whole.test(text)),
      ...((main.textContent ?? '').match(shown) ?? []),
    ]
  })
