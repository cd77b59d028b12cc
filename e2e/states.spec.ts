import { expect, type Locator } from '@playwright/test'

import { call, fault, items, until } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

/** A button that says why it cannot be pressed. */
async function expectOff(button: Locator, word: string) {
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAttribute('title', new RegExp(word))
}

test('what is of no use in its state is shown with it and not offered', async ({
  page,
  routed,
}) => {
  const { cenId, transitRouterId } = routed
  // A table that goes, and an attachment that comes.
  await fault({
    fault: 'stuck',
    status: 'Deleting',
    actions: ['CreateTransitRouterRouteTable'],
    match: { TransitRouterId: transitRouterId },
    count: 1,
  })
  const table = await call('cen', 'CreateTransitRouterRouteTable', {
    TransitRouterId: transitRouterId,
    TransitRouterRouteTableName: 'going',
  })
  const tableId = String(table['TransitRouterRouteTableId'])
  await page.goto(routes.routeTable(cenId, transitRouterId, tableId))
  await expectOff(page.getByRole('button', { name: 'Add static route' }).first(), 'Deleting')
  await page.getByRole('link', { name: /^Route learning/ }).click()
  await expectOff(page.getByRole('button', { name: 'Enable route learning' }).first(), 'Deleting')

  // A word that nobody documents is shown as it is, and is no reason against it.
  await fault({
    fault: 'stuck',
    status: 'Reshuffled',
    actions: ['CreateTransitRouterRouteTable'],
    match: { TransitRouterId: transitRouterId },
    count: 1,
  })
  const odd = await call('cen', 'CreateTransitRouterRouteTable', {
    TransitRouterId: transitRouterId,
    TransitRouterRouteTableName: 'odd',
  })
  const oddId = String(odd['TransitRouterRouteTableId'])
  await page.goto(routes.routeTable(cenId, transitRouterId, oddId))
  await expect(page.getByText('Reshuffled').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add static route' }).first()).not.toHaveAttribute(
    'aria-disabled',
  )
})

test('under an instance and on a router that change, nothing is created', async ({ page }) => {
  const name = `upgrading-${Date.now()}`
  const cen = await call('cen', 'CreateCen', { Name: name })
  const cenId = String(cen['CenId'])
  await until(async () => {
    const query = { 'Filter.1.Key': 'CenId', 'Filter.1.Value.1': cenId }
    return items(await call('cen', 'DescribeCens', query), 'Cens.Cen')[0]?.['Status'] === 'Active'
  })
  await fault({
    fault: 'stuck',
    status: 'Upgrading',
    actions: ['CreateTransitRouter'],
    match: { CenId: cenId },
    count: 1,
  })
  const router = await call('cen', 'CreateTransitRouter', {
    CenId: cenId,
    RegionId: 'eu-central-1',
    'TransitRouterCidrList.1.Cidr': '10.210.0.0/24',
  })
  const transitRouterId = String(router['TransitRouterId'])
  await page.goto(routes.cen(cenId))
  const row = page.getByRole('row').filter({ hasText: transitRouterId })
  await expect(row.getByText('Upgrading')).toBeVisible()
  await expectOff(row.getByRole('button', { name: 'Create Connection' }), 'active')
  await page.goto(routes.cidrBlocks(cenId, transitRouterId))
  await expectOff(page.getByRole('button', { name: 'Add CIDR block' }).first(), 'Upgrading')
  await page.goto(routes.routeTables(cenId, transitRouterId))
  await expectOff(page.getByRole('button', { name: 'Create route table' }), 'Upgrading')

  await fault({
    fault: 'stuck',
    status: 'Deleting',
    actions: ['CreateCen'],
    match: { Name: `${name}-going` },
    count: 1,
  })
  const going = await call('cen', 'CreateCen', { Name: `${name}-going` })
  await page.goto(routes.cen(String(going['CenId'])))
  await expectOff(page.getByRole('button', { name: 'Create transit router' }).first(), 'Deleting')
})

test('a route leads to no attachment that is not there yet', async ({ page, routed }) => {
  const { cenId, transitRouterId, green, gateway } = routed
  const connection = await call('vpc', 'CreateVpnAttachment', {
    RegionId: 'eu-central-1',
    Name: 'coming',
    CustomerGatewayId: gateway.id,
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
  })
  await fault({
    fault: 'stuck',
    status: 'Attaching',
    actions: ['CreateTransitRouterVpnAttachment'],
    match: { TransitRouterId: transitRouterId },
    count: 1,
  })
  await call('cen', 'CreateTransitRouterVpnAttachment', {
    CenId: cenId,
    RegionId: 'eu-central-1',
    TransitRouterId: transitRouterId,
    TransitRouterAttachmentName: 'coming',
    VpnId: String(connection['VpnConnectionId']),
    'Zone.1.ZoneId': 'eu-central-1a',
  })
  await page.goto(routes.routeTable(cenId, transitRouterId, green))
  await page.getByRole('button', { name: 'Add static route' }).first().click()
  await page.getByRole('combobox', { name: 'Next Hop', exact: true }).click()
  const coming = page.getByRole('option', { name: /coming/ })
  await expect(coming).toHaveAttribute('aria-disabled', 'true')
  await expect(coming).toContainText('Attaching')
})
