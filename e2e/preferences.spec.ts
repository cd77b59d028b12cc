import { expect, test } from '@playwright/test'

test('a preference that could not be kept says so, and is kept at the next press', async ({
  page,
  context,
}) => {
  await page.goto('/operations')
  const theme = page.getByRole('button', { name: /^Theme/ })
  const before = (await theme.getAttribute('aria-label')) ?? ''
  await context.setOffline(true)
  await theme.click()
  await expect(page.getByText('The console did not answer')).toBeVisible()
  await context.setOffline(false)
  await theme.click()
  await expect(page.getByRole('button', { name: before, exact: true })).toBeHidden()
})
