import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'

import { call, items } from '@/e2e/fixtures/cloud'
import { REGION } from '@/e2e/fixtures/vpn-world'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

/** The region that the console of the tests watches. */
const WATCHED = 'me-east-1'

test('a change that somebody makes appears in the history, as a picture and as a table', async ({
  page,
}, { workerIndex }) => {
  const gateway = await call('vpc', 'CreateCustomerGateway', {
    RegionId: WATCHED,
    IpAddress: `198.18.90.${workerIndex + 1}`,
    Name: `remembered-${workerIndex}`,
  })
  const connection = await call('vpc', 'CreateVpnAttachment', {
    RegionId: WATCHED,
    CustomerGatewayId: String(gateway['CustomerGatewayId']),
    Name: `remembered-${workerIndex}`,
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
  })
  const id = String(connection['VpnConnectionId'])
  const rename = (name: string) =>
    call('vpc', 'ModifyVpnAttachmentAttribute', {
      RegionId: WATCHED,
      VpnConnectionId: id,
      Name: name,
    })
  const history = async () => {
    const [from, until] = [-3_600_000, 3_600_000].map((part) =>
      new Date(Date.now() + part).toISOString(),
    )
    const query = { regionId: WATCHED, vpnConnectionId: id, from: from!, until: until! }
    const answer = await page.request.get(
      `/api/ipsec-connections/history?${new URLSearchParams(query)}`,
    )
    return (await answer.json()) as { isWatched: boolean; changes: { to: string }[] }
  }
  // Watched from the next look on.
  await expect.poll(async () => (await history()).isWatched).toBe(true)
  await rename(`remembered-${workerIndex}-twice`)
  await expect
    .poll(async () => (await history()).changes.map(({ to }) => to))
    .toContain(`remembered-${workerIndex}-twice`)
  await page.goto(routes.ipsecConnectionTab(WATCHED, id, 'history'))
  const row = page.getByRole('table', { name: 'Changes' }).getByRole('row', { name: /twice/ })
  await expect(row).toContainText('Somebody else')
  await expect(row).toContainText('Name')
  const figure = page.getByRole('figure', { name: 'The lights over time' })
  await figure.focus()
  await page.keyboard.press('+')
  await expect(page.getByRole('radio', { name: '6 h', exact: true })).toBeChecked()
  await page.keyboard.press('-')
  await expect(page.getByRole('radio', { name: '24 h', exact: true })).toBeChecked()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id: rule }) => rule)).toEqual([])
})

test('the picture of a router leads to what it shows, and says the same as its table', async ({
  page,
}) => {
  const cens = items(await call('cen', 'DescribeCens', { PageSize: 50 }), 'Cens.Cen')
  const cenId = String(cens.find(({ Name: name }) => name === 'global-backbone')?.['CenId'])
  const routers = await call('cen', 'ListTransitRouters', { CenId: cenId, RegionId: REGION })
  const router = String(items(routers, 'TransitRouters')[0]?.['TransitRouterId'])
  await page.goto(routes.routerPicture(cenId, router))
  const figure = page.getByRole('figure')
  const row = page
    .getByRole('table', { name: 'What hangs on this router' })
    .getByRole('row', { name: /munich/ })
    .first()
  await expect(row).toContainText('Established')
  await figure
    .getByRole('link', { name: /munich/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/connections\/tr-attach-/)
})

test('Prometheus reads the metrics', async ({ request }) => {
  const metrics = async () => (await request.get('/metrics')).text()
  await expect.poll(metrics).toMatch(/cen_vpn_watched_timestamp_seconds\{region="me-east-1"\} \d/)
  expect(await metrics()).toMatch(/cen_vpn_cloud_calls_total\{action="\w+",outcome="accepted"\} \d/)
})
