import { expect, type Locator } from '@playwright/test'

import { newGateway, test } from '@/e2e/fixtures/attach-world'
import { call, items } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

async function edit(where: Locator, label: string, text: string) {
  await where.getByRole('button', { name: `Edit ${label}` }).click()
  await where.getByRole('textbox', { name: label }).fill(text)
  await where.getByRole('button', { name: `Save ${label}` }).click()
  await expect(where.getByRole('button', { name: `Edit ${label}` })).toBeVisible()
}

test('a CEN instance, its router and a table are renamed where they stand', async ({
  page,
  world,
}) => {
  const { cenId, transitRouterId } = world
  const main = page.getByRole('main')
  await page.goto(routes.cen(cenId))
  await edit(main, 'Name', 'renamed-backbone')
  await expect(page.getByRole('heading', { level: 1, name: 'renamed-backbone' })).toBeVisible()
  // The instance takes one change at a time.
  await expect(main.getByText('Active').first()).toBeVisible()
  await edit(main, 'Description', 'of all regions')
  const cens = await call('cen', 'DescribeCens', {
    'Filter.1.Key': 'CenId',
    'Filter.1.Value.1': cenId,
  })
  expect(items(cens, 'Cens.Cen')[0]).toMatchObject({
    Name: 'renamed-backbone',
    Description: 'of all regions',
  })

  await main.getByRole('button', { name: 'Edit tags' }).click()
  const drawer = page.getByRole('complementary', { name: 'Edit tags' })
  await drawer.getByRole('button', { name: 'Add tag' }).click()
  await drawer.getByRole('textbox', { name: 'Tag key 1' }).fill('owner')
  await drawer.getByRole('textbox', { name: 'Tag value 1' }).fill('night-shift')
  await drawer.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(main.getByText('night-shift')).toBeVisible()

  await page.goto(routes.transitRouter(cenId, transitRouterId))
  await edit(main, 'Name', 'renamed-core')
  await expect(page.getByRole('heading', { level: 1, name: 'renamed-core' })).toBeVisible()

  await page.goto(routes.routeTables(cenId, transitRouterId))
  await edit(main, 'Name', 'renamed-table')
  await expect(page.getByRole('heading', { level: 2, name: 'renamed-table' })).toBeVisible()
})

test('a customer gateway gets another name and description in its row, and never none in silence', async ({
  page,
}, { workerIndex }) => {
  const gateway = await newGateway(workerIndex)
  await page.goto(routes.customerGateway(REGION, gateway.id))
  const row = page.getByRole('row').filter({ hasText: gateway.ip })
  await edit(row, 'Name', 'renamed-edge')
  await expect(row.getByText('renamed-edge')).toBeVisible()
  await edit(row, 'Description', 'second rack')
  await expect(row.getByText('second rack')).toBeVisible()

  await row.getByRole('button', { name: 'Edit Name' }).click()
  await row.getByRole('textbox', { name: 'Name' }).fill('')
  await page.keyboard.press('Control+Enter')
  await expect(row.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  const now = await call('vpc', 'DescribeCustomerGateways', {
    RegionId: REGION,
    CustomerGatewayId: gateway.id,
  })
  expect(items(now, 'CustomerGateways.CustomerGateway')).toMatchObject([
    { Name: 'renamed-edge', Description: 'second rack' },
  ])
})

test('a name somebody else changed meanwhile is not overwritten', async ({ page }, {
  workerIndex,
}) => {
  const id = await newConnection(workerIndex, { name: 'first-name' })
  await page.goto(routes.ipsecConnection(REGION, id))
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Edit Name' }).click()
  await call('vpc', 'ModifyVpnAttachmentAttribute', {
    RegionId: REGION,
    VpnConnectionId: id,
    Name: 'their-name',
  })
  await main.getByRole('textbox', { name: 'Name' }).fill('my-name')
  await page.keyboard.press('Control+Enter')
  await expect(main.getByText('It now reads: their-name.')).toBeVisible()
  const now = await call('vpc', 'DescribeVpnConnection', { RegionId: REGION, VpnConnectionId: id })
  expect(now['Name']).toBe('their-name')
})
