import { expect, type Page } from '@playwright/test'

import { everyPage } from '@/e2e/fixtures/every-page'
import { shiftsOf, watchShifts } from '@/e2e/fixtures/shifts'
import { wrongAtSomeSize } from '@/e2e/fixtures/sizes'
import { test } from '@/e2e/fixtures/watched'

// Each test goes through half of all pages.
test.setTimeout(1_200_000)
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

/** Half of the pages, and what each of them must not have; so two tests go side by side. */
for (const half of [1, 2]) {
  const pages = async () => Object.entries(await everyPage()).filter((_, at) => at % 2 === half - 1)

  test(`every page is sound and accessible in the light theme, has the focus, does not jump, and fits at every size, half ${half}`, async ({
    page,
    context,
    baseURL,
  }, info) => {
    await context.addCookies([{ name: 'theme', value: 'light', url: baseURL ?? '' }])
    const found = complaints(page)
    await watchShifts(page)
    const scores: Record<string, number> = {}
    const broken: Record<string, string[]> = {}
    for (const [name, path] of await pages()) {
      await whole(page, path)
      await expect(page).toHaveTitle(/./)
      // It comes with the scripts, which a busy machine runs late.
      const focus = expect.poll(() => hasFocus(page)).toBe(true)
      const wrong: string[] = []
      await focus.catch(() => wrong.push('the focus is nowhere'))
      const { score, shifts } = await shiftsOf(page)
      scores[name] = score
      if (score > 0.01) wrong.push(...shifts.map(({ what }) => `jumps: ${what}`))
      wrong.push(...(await wrongAtSomeSize(page, 'all')), ...found.splice(0))
      if (wrong.length > 0) broken[name] = wrong
    }
    await info.attach('layout shift', {
      body: JSON.stringify(scores),
      contentType: 'application/json',
    })
    expect(broken).toEqual({})
  })

  test(`every page is readable in the dark theme, and speaks Chinese when asked, with no key left bare, half ${half}`, async ({
    page,
    context,
    baseURL,
  }) => {
    const kept = { locale: 'zh-CN', theme: 'dark', 'time-zone': 'Asia/Shanghai' }
    await context.addCookies(
      Object.entries(kept).map(([name, value]) => ({ name, value, url: baseURL ?? '' })),
    )
    const found = complaints(page)
    const broken: Record<string, string[]> = {}
    for (const [name, path] of await pages()) {
      await whole(page, path)
      const wrong = (await strangeTimes(page)).map((time) => `time: ${time}`)
      if (!isChinese(await page.locator('main').innerText())) wrong.push('English, or a bare key')
      wrong.push(...(await wrongAtSomeSize(page, 'colours')), ...found.splice(0))
      if (wrong.length > 0) broken[name] = wrong
    }
    expect(broken).toEqual({})
  })
}

const isChinese = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) &&
  !/\b[a-z]+[A-Z]?[a-zA-Z]*\.[a-z]+[A-Z]?[a-zA-Z]*\.[a-zA-Z]+\b/.test(
    text.replaceAll(/\S+\.example\.\S+/g, ''),
  )

/** What is not shown as a time is everywhere, by the clock of the reader with its distance from UTC, and its age. */
const strangeTimes = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((element) => {
    // A copy: a part that comes late is to find the page as it was sent.
    const main = element.cloneNode(true) as HTMLElement
    const shown = /\d{4}-\d\d-\d\d \d\d:\d\d/
    const whole = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d(\.\d{3})?)? UTC\+8\d+\p{L}+前$/u
    const times = [...main.querySelectorAll('time')].map((time) => time.textContent)
    // An axis and the lines of a log have no room for ages.
    for (const known of main.querySelectorAll('time, svg, [role=log]')) known.remove()
    return [
      ...times.filter((text) => !whole.test(text)),
      ...((main.textContent ?? '').match(shown) ?? []),
    ]
  })
