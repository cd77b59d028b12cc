import { expect } from '@playwright/test'

import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

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
