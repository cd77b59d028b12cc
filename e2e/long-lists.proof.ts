import { expect, test } from '@playwright/test'

import { call, fault, steer } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

const REGION = 'ap-northeast-1'

test('a long list shows its first rows at once and counts and finds when it is read whole', async ({
  page,
}) => {
  const gateway = await call('vpc', 'CreateCustomerGateway', {
    RegionId: REGION,
    IpAddress: '203.0.113.99',
    Name: 'tokyo',
  })
  const steered = `customer-gateways/${String(gateway['CustomerGatewayId'])}/connections`
  await steer(steered, { count: 120, gateways: 60 })
  const slow = {
    fault: 'delay',
    ms: 3000,
    actions: ['DescribeVpnConnections'],
    match: { RegionId: REGION, PageNumber: '2' },
    count: 2,
  }
  await fault(slow)
  await page.goto(routes.ipsecConnectionsOf(REGION))
  const table = page.getByRole('table', { name: 'IPsec connections' })
  await expect(page.getByText('First 20; the rest is being read')).toBeVisible()
  await expect(table.getByRole('row', { name: /synthetic-1\b/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeDisabled()
  await expect(page.getByText('120 in all')).toBeVisible()
  await expect(page.getByText('First 20; the rest is being read')).toBeHidden()

  // What the address looks for is in no first row.
  await page.goto(`${routes.ipsecConnectionsOf(REGION)}&q=synthetic-119`)
  await expect(page.getByText('1 of 120')).toBeVisible()
  await expect(table.getByRole('row', { name: /synthetic-119/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /synthetic-1\b/ })).toHaveCount(0)

  // Its gateways the same; what uses them is told when all connections are read.
  await fault({ ...slow, actions: ['DescribeCustomerGateways'] })
  await page.goto(`${routes.customerGateways()}?region=${REGION}`)
  const gateways = page.getByRole('table', { name: 'Customer gateways' })
  await expect(page.getByText('First 20; the rest is being read')).toBeVisible()
  await expect(gateways.getByRole('row', { name: /gateway-/ })).not.toHaveCount(0)
  await expect(page.getByText('61 in all')).toBeVisible()
  await expect(gateways.getByRole('link', { name: /^synthetic-\d+$/ }).first()).toBeVisible()
})
