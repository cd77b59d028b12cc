import { expect } from '@playwright/test'

import { remark } from '@/e2e/fixtures/attach-page'
import { call } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

test('a block, a route and a gateway are compared with those that the page shows', async ({
  page,
  routed,
}) => {
  const { cenId, transitRouterId, green, gateway } = routed
  await page.goto(routes.cidrBlocks(cenId, transitRouterId))
  await page.getByRole('button', { name: 'Add CIDR block' }).first().click()
  const block = page.getByRole('textbox', { name: 'CIDR Block' })
  await block.fill('10.200.0.0/16')
  await block.press('Tab')
  await expect.poll(() => remark(block)).toContain('already has 10.200.0.0/24')

  await call('cen', 'CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId: green,
    TransitRouterRouteEntryDestinationCidrBlock: '10.66.0.0/16',
    TransitRouterRouteEntryNextHopType: 'BlackHole',
  })
  await page.goto(routes.routeTable(cenId, transitRouterId, green))
  await expect(page.getByRole('row', { name: '10.66.0.0/16' })).toBeVisible()
  await page.getByRole('button', { name: 'Add static route' }).first().click()
  const destination = page.getByRole('textbox', { name: 'Destination CIDR Block' })
  await destination.fill('10.66.0.0 255.255.0.0')
  await destination.press('Tab')
  await expect.poll(() => remark(destination)).toContain('already has a static route')
  await destination.fill('224.0.0.0/8')
  await destination.press('Tab')
  await expect.poll(() => remark(destination)).toContain('no router forwards')
  await expect(destination).not.toHaveAttribute('aria-invalid')

  await page.goto(routes.customerGateway('eu-central-1', gateway.id))
  await expect(page.getByRole('row').filter({ hasText: gateway.ip })).toBeVisible()
  await page.goto(routes.createConnection(cenId, transitRouterId))
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  const address = drawer.getByRole('textbox', { name: 'IP Address' })
  await address.fill(gateway.ip)
  await expect.poll(() => remark(address)).toContain(`${gateway.name} already has this address`)
  await drawer.getByRole('textbox', { name: 'ASN' }).fill(`${gateway.asn}`)
  await drawer.getByRole('button', { name: /^OK, create/ }).click()
  await expect.poll(() => remark(address)).toContain('this address and this ASN')
  await expect(address).toBeFocused()
})
