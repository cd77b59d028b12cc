import { expect } from '@playwright/test'

import { test } from '@/e2e/fixtures/attach-world'
import { fault } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

test('a region that cannot be read is named, the rest stands, and it can be read again', async ({
  page,
  world,
}) => {
  await fault({
    fault: 'denied',
    actions: ['ListTransitRouterVpnAttachments'],
    match: { CenId: world.cenId },
    count: 1,
  })
  await page.goto(routes.cen(world.cenId))
  const alert = page.getByRole('note').filter({ hasText: 'Not everything could be read.' })
  await expect(alert).toContainText('connections in Germany (Frankfurt)')
  const router = page.getByRole('row').filter({ hasText: world.transitRouterId })
  await expect(router).toContainText('Active')
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(router).toContainText('0 of 50')
  await expect(alert).toBeHidden()
})

test('the customer gateways are listed when the connections of their region are not', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  await fault({
    fault: 'denied',
    actions: ['DescribeVpnConnections'],
    match: { RegionId: 'ap-southeast-1' },
    account: 1_000_000_000_000_002,
    // The server reads it for the page, and the browser when that failed.
    count: 2,
  })
  await page.goto(`${routes.customerGateways()}?region=ap-southeast-1`)
  const alert = page.getByRole('note').filter({ hasText: 'Not everything could be read.' })
  await expect(alert).toContainText('IPsec connections')
  await expect(page.getByRole('table', { name: 'Customer gateways' })).toBeVisible()
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(alert).toBeHidden()
})
