import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

import { everyPage } from '@/e2e/fixtures/every-page'
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

for (const theme of ['light', 'dark'] as const)
  test(`every page is sound and accessible in the ${theme} theme`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
    const found = complaints(page)
    const broken: Record<string, unknown> = {}
    for (const [name, path] of Object.entries(await everyPage())) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect(page).toHaveTitle(/./)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      if (violations.length > 0 || found.length > 0)
        broken[name] = [
          ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          ...found.splice(0),
        ]
    }
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
    await page.goto(path)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    await page.waitForLoadState('networkidle')
    const text = await page.locator('main').innerText()
    if (
      !/\p{Script=Han}/u.test(text) ||
      /\b[a-z]+[A-Z]?[a-zA-Z]*\.[a-z]+[A-Z]?[a-zA-Z]*\.[a-zA-Z]+\b/.test(
        text.replaceAll(/\S+\.example\.\S+/g, ''),
      )
    )
      english.push(name)
    times.push(...(await strangeTimes(page)))
  }
  expect({ english, times, found }).toEqual({ english: [], times: [], found: [] })
})

/** What is not shown as a time is everywhere, by the clock of the reader with its distance from UTC, and its age. */
const strangeTimes = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) => {
    const shown = /\d{4}-\d\d-\d\d \d\d:\d\d/
    const whole = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d(\.\d{3})?)? UTC\+8\d+ \p{L}+前$/u
    const times = [...main.querySelectorAll('time')].map((time) => time.textContent)
    // An axis has no room for ages.
    for (const known of main.querySelectorAll('time, svg')) known.remove()
    return [
      ...times.filter((text) => !whole.test(text)),
      ...((main.textContent ?? '').match(shown) ?? []),
    ]
  })
