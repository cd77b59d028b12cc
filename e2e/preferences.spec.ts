import { expect, test } from '@playwright/test'

test('a preference that could not be kept says so, and is kept at the next press', async ({
  page,
}) => {
  const action = '**/operations'
  await page.goto('/operations')
  const theme = page.getByRole('button', { name: /^Theme/ })
  const before = (await theme.getAttribute('aria-label')) ?? ''
  await page.route(action, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await theme.click()
  await expect(page.getByText('The console did not answer')).toBeVisible()
  await page.unroute(action)
  await theme.click()
  await expect(page.getByRole('button', { name: before, exact: true })).toBeHidden()
})
