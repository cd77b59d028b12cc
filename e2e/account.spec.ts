import { expect } from '@playwright/test'

import { test } from './fixtures/watched'

test('a form keeps what was typed when another tab chose another account, and goes on when that is taken back', async ({
  page,
  context,
  baseURL,
}) => {
  const host = new URL(baseURL ?? '').hostname
  const choose = (value: string) =>
    context.addCookies([{ name: 'profile', value, domain: host, path: '/' }])
  await choose('main')
  await page.goto('/cen')
  await page.getByRole('button', { name: /^Create CEN instance/ }).click()
  const dialog = page.getByRole('complementary', { name: 'Create CEN instance' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('two-tabs')
  await choose('partner')
  await dialog.getByRole('button', { name: 'OK, create CEN instance' }).click()
  await expect(dialog.getByText(/made for account main.*works as partner/)).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('two-tabs')
  await dialog.getByRole('button', { name: 'Switch back to main' }).click()
  await expect(dialog.getByText('The console works as main again.')).toBeVisible()
  await dialog.getByRole('button', { name: 'OK, create CEN instance' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('two-tabs').first()).toBeVisible()
  await choose('partner')
  await page.goto('/cen')
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText('two-tabs')).toHaveCount(0)
})
