import { expect, type Page } from '@playwright/test'

import { everyPage } from '@/e2e/fixtures/every-page'
import { shiftsOf, watchShifts } from '@/e2e/fixtures/shifts'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const whole = async (page: Page, path: string) => {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** What reaches beyond the right edge of the page and lies in nothing that scrolls by itself. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement))
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement),
      )
      .map((element) => `${element.tagName} ${element.className}`.slice(0, 80))
      .slice(0, 3)
  })

// 1280 px, the same at 200 %, and the narrowest that a page has to fit (WCAG 2.2, 1.4.10).
for (const [width, height] of [
  [1280, 720],
  [720, 450],
  [320, 640],
] as const)
  test(`no page scrolls sideways at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const broken: Record<string, string[]> = {}
    for (const [name, path] of Object.entries(await everyPage())) {
      await whole(page, path)
      const wide = await overflow(page)
      if (wide.length > 0) broken[name] = wide
    }
    expect(broken).toEqual({})
  })

test('where the page has no room for it, the navigation is behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(routes.instances())
  await page.getByRole('button', { name: 'Show navigation' }).click()
  await page.getByRole('link', { name: 'Customer gateways' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Customer gateways' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'IPsec connections' })).toBeHidden()
  const button = page.getByRole('button', { name: 'Show navigation' })
  await button.click()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('no page jumps while it loads', async ({ page }, info) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await watchShifts(page)
  const scores: Record<string, number> = {}
  const broken: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(await everyPage())) {
    await whole(page, path)
    const { score, shifts } = await shiftsOf(page)
    scores[name] = score
    if (score > 0.01) broken[name] = shifts
  }
  await info.attach('layout shift', {
    body: JSON.stringify(scores),
    contentType: 'application/json',
  })
  expect(broken).toEqual({})
})

test('the focus of every page is on its heading or in its panel, never nowhere', async ({
  page,
}) => {
  for (const path of Object.values(await everyPage())) {
    await whole(page, path)
    await expect(
      page.locator('main h1:focus, main aside:focus, main aside :focus').first(),
    ).toBeVisible()
  }
})

test('the focus goes along: to the heading of the next page, back to what opened a dialog', async ({
  page,
}) => {
  await page.goto(routes.instances())
  await page.getByRole('link', { name: 'global-backbone' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'global-backbone' })).toBeFocused()
  await page.getByRole('link', { name: 'frankfurt-core' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'frankfurt-core' })).toBeFocused()
  await page.getByRole('link', { name: 'Intra-region connections' }).click()
  await page.getByRole('link', { name: 'munich-hq' }).click()
  const panel = page.getByRole('complementary', { name: 'munich-hq' })
  await expect(panel).toBeFocused()
  const open = panel.getByRole('button', { name: 'Delete attachment' })
  await open.click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(open).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('link', { name: 'munich-hq' })).toBeFocused()
})
