import { expect } from '@playwright/test'

import { choose, finish, group, open, pressOk, remark, send } from '@/e2e/fixtures/attach-page'
import { newGateway, newRouter, test } from '@/e2e/fixtures/attach-world'
import { call, fault, items, steer } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

/** In this region the cloud makes connections with two tunnels only. */
const DUAL_ONLY = 'us-west-1'
/** This one names no zones. No other test may have read them: they are remembered. */
const ZONELESS = 'me-central-1'

test('where the cloud refuses a single tunnel, one press goes on with two and all that was typed', async ({
  page,
}, { workerIndex }) => {
  await steer('regions', { region: DUAL_ONLY, singleTunnel: false })
  const { cenId, transitRouterId } = await newRouter(workerIndex, DUAL_ONLY)
  const gateway = await newGateway(workerIndex, 'main', DUAL_ONLY)
  await page.goto(routes.createConnection(cenId, transitRouterId))
  const basic = group(page, 'Basic settings')
  const name = basic.getByRole('textbox', { name: 'Attachment Name' })
  await name.fill(gateway.name)
  await choose(basic, 'Customer Gateway', gateway.name)
  const encryption = await open(page, 'Encryption settings')
  await encryption.getByRole('button', { name: 'Use the strong set' }).click()
  await pressOk(page)

  const single = basic.getByRole('radio', { name: 'Single tunnel' })
  await expect(single).toBeFocused()
  const mode = basic.getByRole('radiogroup', { name: 'Tunnel Mode' })
  await expect.poll(() => remark(mode)).toContain('only dual-tunnel connections')
  await expect(page.getByText('VpnConnection.InvalidCreateTunnelOptions')).toBeVisible()
  await basic.getByRole('button', { name: 'Go on with two tunnels' }).click()
  await expect(basic.getByRole('radio', { name: 'Dual tunnel' })).toBeFocused()
  await expect(mode).not.toHaveAttribute('aria-invalid')
  await expect(name).toHaveValue(gateway.name)
  await expect(
    group(basic, 'Tunnel 2').getByRole('combobox', { name: 'Customer Gateway' }),
  ).toContainText(gateway.name)
  await send(page)
  await finish(page)

  const place = { CenId: cenId, RegionId: DUAL_ONLY, TransitRouterId: transitRouterId }
  const list = await call('cen', 'ListTransitRouterVpnAttachments', place)
  const [attachment] = items(list, 'TransitRouterAttachments')
  const connection = await call('vpc', 'DescribeVpnConnection', {
    RegionId: DUAL_ONLY,
    VpnConnectionId: String(attachment?.['VpnId']),
  })
  const strong = {
    CustomerGatewayId: gateway.id,
    TunnelIkeConfig: { IkeEncAlg: 'aes256', IkePfs: 'group14' },
  }
  expect(connection).toMatchObject({
    TunnelOptionsSpecification: { TunnelOptions: [strong, strong] },
  })
})

test('the same where the connection is created alone', async ({ page }, { workerIndex }) => {
  await steer('regions', { region: DUAL_ONLY, singleTunnel: false })
  const gateway = await newGateway(workerIndex, 'main', DUAL_ONLY)
  await page.goto(`${routes.ipsecConnectionsOf(DUAL_ONLY)}`)
  await page.getByRole('link', { name: 'Create IPsec connection' }).first().click()
  const basic = group(page, 'Basic settings')
  await choose(basic, 'Customer Gateway', gateway.name)
  const ok = page.getByRole('button', { name: /^OK, create/ })
  await ok.click()
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await ok.click()
  await basic.getByRole('button', { name: 'Go on with two tunnels' }).click()
  await ok.click()
  await expect(page.getByRole('status').filter({ hasText: 'same customer gateway' })).toBeVisible()
  await ok.click()
  await expect(page).toHaveURL(/\/vco-/)
})

test('a region without zones says so, and one press goes on without', async ({ page }, {
  workerIndex,
}) => {
  await fault({
    fault: 'patch',
    actions: ['ListTransitRouterAvailableResource'],
    match: { RegionId: ZONELESS },
    body: { AvailableZones: [] },
  })
  const { cenId, transitRouterId } = await newRouter(workerIndex, ZONELESS)
  const gateway = await newGateway(workerIndex, 'main', ZONELESS)
  await page.goto(routes.createConnection(cenId, transitRouterId))
  const basic = group(page, 'Basic settings')
  await choose(basic, 'Customer Gateway', gateway.name)
  const zone = basic.getByRole('combobox', { name: 'Zone', exact: true })
  await expect.poll(() => remark(zone)).toContain('This region offers no zone for attachments.')
  await pressOk(page)
  await expect.poll(() => remark(zone)).toContain('This region offers no zone for attachments')
  await basic.getByRole('button', { name: 'Go on with two tunnels' }).click()
  await expect(basic.getByRole('radio', { name: 'Dual tunnel' })).toBeFocused()
  await expect(zone).toBeHidden()
  await send(page)
  await finish(page)
})
