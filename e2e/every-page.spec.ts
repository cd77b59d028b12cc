import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

import { call, items } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

/** The addresses of every page, on the sample world. */
async function everyPage(): Promise<Record<string, string>> {
  const cens = items(await call('cen', 'DescribeCens', { PageSize: 50 }), 'Cens.Cen')
  const cenId = String(cens.find(({ Name: name }) => name === 'global-backbone')?.['CenId'])
  const routers = await call('cen', 'ListTransitRouters', {
    CenId: cenId,
    RegionId: 'eu-central-1',
  })
  const router = String(items(routers, 'TransitRouters')[0]?.['TransitRouterId'])
  const at = { CenId: cenId, RegionId: 'eu-central-1', TransitRouterId: router }
  const attachments = await call('cen', 'ListTransitRouterVpnAttachments', at)
  const [attachment] = items(attachments, 'TransitRouterAttachments')
  const attachmentId = String(attachment?.['TransitRouterAttachmentId'])
  const vpnId = String(attachment?.['VpnId'])
  const tables = await call('cen', 'ListTransitRouterRouteTables', { TransitRouterId: router })
  const tableId = String(
    items(tables, 'TransitRouterRouteTables')[0]?.['TransitRouterRouteTableId'],
  )
  return {
    instances: routes.instances(),
    'CEN instance': routes.cen(cenId),
    'CEN grants': routes.cenGrants(cenId),
    'transit router': routes.transitRouter(cenId, router),
    connections: routes.connections(cenId, router),
    'create connection': routes.createConnection(cenId, router),
    attachment: routes.attachment(cenId, router, attachmentId),
    'attachment connection': routes.attachmentTab(cenId, router, attachmentId, 'ipsec-connection'),
    'attachment routes': routes.attachmentTab(cenId, router, attachmentId, 'routes'),
    'attachment tags': routes.attachmentTab(cenId, router, attachmentId, 'tags'),
    'route tables': routes.routeTables(cenId, router),
    'route table': routes.routeTable(cenId, router, tableId),
    associations: routes.routeTableTab(cenId, router, tableId, 'associations'),
    propagations: routes.routeTableTab(cenId, router, tableId, 'propagations'),
    'routing policies': routes.routingPolicies(cenId, router),
    'CIDR blocks': routes.cidrBlocks(cenId, router),
    'IPsec connections': routes.ipsecConnectionsOf('eu-central-1'),
    'IPsec connection': routes.ipsecConnection('eu-central-1', vpnId),
    'create IPsec connection': routes.createIpsecConnection(),
    'customer gateways': routes.customerGateways(),
    operations: routes.operations(),
    audit: routes.audit(),
    'an instance that is not there': routes.cen('cen-nothinghere0000'),
    'no page': '/nowhere',
  }
}

/** What the page says went wrong: script errors, refused policies, failed requests. */
function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('404 (Not Found)')) found.push(line.text())
  })
  return found
}

for (const theme of ['light', 'dark'] as const)
  test(`every page is sound and accessible in the ${theme} theme`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
    const found = complaints(page)
    const broken: Record<string, unknown> = {}
    for (const [name, path] of Object.entries(await everyPage())) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect(page).toHaveTitle(/./)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      if (violations.length > 0 || found.length > 0)
        broken[name] = [
          ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          ...found.splice(0),
        ]
    }
    expect(broken).toEqual({})
  })

test('every page speaks Chinese when asked, with no key left bare', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'locale', value: 'zh-CN', url: baseURL ?? '' }])
  const found = complaints(page)
  const english: string[] = []
  for (const [name, path] of Object.entries(await everyPage())) {
    await page.goto(path)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    await page.waitForLoadState('networkidle')
    const text = await page.locator('main').innerText()
    if (
      !/\p{Script=Han}/u.test(text) ||
      /\b[a-z]+[A-Z]?[a-zA-Z]*\.[a-z]+[A-Z]?[a-zA-Z]*\.[a-zA-Z]+\b/.test(
        text.replaceAll(/\S+\.example\.\S+/g, ''),
      )
    )
      english.push(name)
  }
  expect({ english, found }).toEqual({ english: [], found: [] })
})
