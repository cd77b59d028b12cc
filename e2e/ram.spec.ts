import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

import { fault } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

const PARTNER = 1000000000000002

test('the credentials are tried without changing anything, and each role has its policy', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  // No other test deletes a block of this account.
  await fault({ fault: 'denied', actions: ['DeleteTransitRouterCidr'], account: PARTNER })
  await page.goto(routes.ramPermissions())
  await page.getByRole('button', { name: 'Check permissions' }).press('Enter')
  for (const [action, state] of [
    ['cen:DeleteTransitRouterCidr', 'Denied'],
    ['cen:DescribeCens', 'Allowed'],
    ['cen:CreateCen', 'Not tried'],
  ] as const) {
    await page.getByRole('searchbox').fill(action)
    const row = page.getByRole('row').filter({ has: page.getByText(action, { exact: true }) })
    await expect(row.getByText(state, { exact: true })).toBeVisible()
  }
  const policy = page.locator('pre')
  await expect(policy).toContainText('"cen:CreateTransitRouterVpnAttachment"')
  await page.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await expect(policy).not.toContainText('Create')
  await expect(policy).toContainText('"vpc:DescribeVpnConnections"')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
