import { expect } from '@playwright/test'

import { call, fault, items, steer, until } from '@/e2e/fixtures/cloud'
import { readAttachment, test } from '@/e2e/fixtures/routed-world'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

const PARTNER = '1000000000000002'

test('routes are called advertised while BGP is up, and waiting for it while it is down', async ({
  page,
  routed,
}) => {
  const bgp = (word: string) =>
    steer(`connections/${routed.vpnId}`, {
      tunnels: [{ index: 1, status: 'ipsec_sa_established', bgp: word }],
    })
  await call('cen', 'CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId: routed.blue,
    TransitRouterRouteEntryDestinationCidrBlock: '10.50.0.0/16',
    TransitRouterRouteEntryNextHopType: 'BlackHole',
  })
  await bgp('success')
  await page.goto(
    routes.attachmentTab(routed.cenId, routed.transitRouterId, routed.attachmentId, 'routes'),
  )
  const row = page
    .getByRole('table', { name: 'To the data centre' })
    .getByRole('row', { name: '10.50.0.0/16' })
  await expect(row).toContainText(/advertised/)
  await expect(row).not.toContainText('not advertised')

  await bgp('failed')
  await page.reload()
  await expect(row).toContainText('once BGP is up')
  await expect(page.getByText('BGP is down: nothing is advertised.')).toBeVisible()
  await page.getByRole('link', { name: 'Details', exact: true }).click()
  await expect(page.getByText('On, but BGP is down: nothing is advertised')).toBeVisible()
  await page.getByRole('button', { name: 'Modify associated route table' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modify route table' })
  await dialog.getByRole('combobox', { name: 'New route table' }).click()
  await page.getByRole('option', { name: 'green' }).click()
  await expect(dialog).toContainText('Nothing is advertised now, so nothing is withdrawn.')
})

test('of a connection that cannot be read nothing is claimed', async ({ page, routed }) => {
  await fault({
    fault: 'denied',
    actions: ['DescribeVpnConnection'],
    match: { VpnConnectionId: routed.vpnId },
  })
  await page.goto(
    routes.attachmentTab(routed.cenId, routed.transitRouterId, routed.attachmentId, 'routes'),
  )
  await expect(page.getByText('it is not known whether its BGP is up')).toBeVisible()
  const sent = page.getByRole('table', { name: 'To the data centre' })
  await expect(sent).toContainText('10.1.0.0/16')
  await expect(sent).not.toContainText(/^advertised$/m)
})

test('of a connection of another account the page says what is known, and where the rest is', async ({
  page,
  world,
}, { workerIndex }) => {
  const vpnId = await newConnection(workerIndex, { name: 'their-line' }, 'partner')
  await call(
    'cen',
    'GrantInstanceToTransitRouter',
    {
      RegionId: REGION,
      InstanceType: 'VPN',
      InstanceId: vpnId,
      CenId: world.cenId,
      CenOwnerId: '1000000000000001',
      OrderType: 'PayByCenOwner',
    },
    'partner',
  )
  const answer = await call('cen', 'CreateTransitRouterVpnAttachment', {
    CenId: world.cenId,
    RegionId: REGION,
    TransitRouterId: world.transitRouterId,
    VpnId: vpnId,
    VpnOwnerId: PARTNER,
    AutoPublishRouteEnabled: true,
    'Zone.1.ZoneId': `${REGION}a`,
  })
  const id = String(answer['TransitRouterAttachmentId'])
  await until(async () => (await readAttachment(id))?.['Status'] === 'Attached')
  await page.goto(routes.attachment(world.cenId, world.transitRouterId, id))
  const panel = page.getByRole('complementary', { name: id })
  const note = panel.getByText(`is owned by ${PARTNER}`)
  await expect(note).toBeVisible()
  for (const tab of ['IPsec connection', 'Device configuration', 'Routes']) {
    await panel.getByRole('link', { name: tab, exact: true }).click()
    await expect(note).toBeVisible()
  }
  await expect(panel.getByText('Forbidden')).toBeHidden()
  await expect(panel.getByRole('button', { name: 'Retry' })).toBeHidden()

  // The account that granted it is offered where its id is asked for.
  await page.goto(world.path)
  await page.getByRole('radio', { name: 'Different Account' }).check()
  await page.getByRole('button', { name: PARTNER }).click()
  await expect(page.getByRole('textbox', { name: 'Account ID' })).toHaveValue(PARTNER)
})

test('what is on its way out is not called attached, and what stays is said', async ({
  page,
  routed,
}) => {
  await fault({
    fault: 'slow',
    factor: 40,
    actions: [
      'DisableTransitRouterRouteTablePropagation',
      'DissociateTransitRouterAttachmentFromRouteTable',
    ],
    match: { TransitRouterAttachmentId: routed.attachmentId },
  })
  await page.goto(routed.panel)
  await page.getByRole('button', { name: 'Delete attachment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete edge-site' })
  await expect(dialog).toContainText('The IPsec connection stays')
  await dialog.getByLabel(/Type edge-site/).fill('edge-site')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'edge-site' })
  await expect(panel.getByText('Deleting').first()).toBeVisible()
  await expect(panel.getByText('Attached', { exact: true })).toBeHidden()
  const row = page.getByRole('row').filter({ hasText: 'edge-site' })
  await expect(row).toContainText('Deleting')
})

test('a cloud that does not answer is named as that, also where a connection is created', async ({
  page,
  world,
}) => {
  const lists = [
    'ListTransitRouters',
    'ListTransitRouterVpnAttachments',
    'ListTransitRouterAttachments',
  ]
  await fault({
    fault: 'error',
    status: 503,
    code: 'ServiceUnavailable',
    message: 'The service is down.',
    actions: lists,
    match: { CenId: world.cenId },
    count: 20,
  })
  await page.goto(world.path)
  const alert = page.getByText('ServiceUnavailable').first()
  await expect(alert).toBeVisible()
  await expect(page.getByText('the console failed')).toBeHidden()
  await expect(page.getByRole('main')).toContainText('The service is down.')
  await page.goto(routes.connections(world.cenId, world.transitRouterId))
  await expect(page.getByText('ServiceUnavailable').first()).toBeVisible()
  // Nothing is said to be still on its way.
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const made = await call('cen', 'DescribeCens', { PageSize: 50 })
  expect(items(made, 'Cens.Cen').length).toBeGreaterThan(0)
})

test('the path finder tells each hop, each policy and the way back', async ({ page, routed }) => {
  await page.goto(routes.transitRouter(routed.cenId, routed.transitRouterId))
  await page.getByRole('combobox', { name: 'From attachment' }).click()
  await page.getByRole('option', { name: /^edge-site/ }).click()
  await page.getByRole('textbox', { name: 'To address' }).fill('10.3.9.1')
  const path = page.getByRole('list', { name: 'Path' }).getByRole('listitem')
  await expect(path.nth(0)).toHaveText('edge-site forwards by the route table blue.')
  await expect(path.nth(1)).toHaveText('10.3.9.1 matches 10.3.8.0/22: VPN other-site.')
  await expect(path.nth(2)).toContainText('Routing policy 5000 keeps 10.3.8.0/22')
  await expect(path.nth(3)).toContainText('The way back:')
  // What was asked is in the address.
  await page.reload()
  await expect(path.nth(0)).toHaveText('edge-site forwards by the route table blue.')
  await page.getByRole('textbox', { name: 'To address' }).fill('172.16.0.1')
  await expect(path.nth(1)).toHaveText('No route of it matches 172.16.0.1: the traffic is dropped.')
})
