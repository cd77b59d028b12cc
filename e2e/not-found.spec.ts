import { expect } from '@playwright/test'

import { call, fault, items } from '@/e2e/fixtures/cloud'
import { EMULATOR_PORT } from '@/e2e/fixtures/ports'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const FAULTS = `http://127.0.0.1:${EMULATOR_PORT}/_emulator/faults`
const NONE = 'nothinghere0000'
/** By which calls name what they are about. */
const PARAMETERS = [
  'CenId',
  'Filter.1.Value.1',
  'TransitRouterId',
  'TransitRouterRouteTableId',
  'TransitRouterAttachmentId',
  'VpnConnectionId',
]
const BAD = ['../etc', 'cen-\u202Eabc', 'x'.repeat(2000)]

interface Mark {
  match: Record<string, string>
}

/** A CEN instance of the account with its router in Frankfurt, or the other account's. */
async function somewhere(account: 'main' | 'partner') {
  const cens = items(await call('cen', 'DescribeCens', { PageSize: 50 }, account), 'Cens.Cen')
  for (const cen of cens) {
    const cenId = String(cen['CenId'])
    const where = { CenId: cenId, RegionId: 'eu-central-1' }
    const routers = await call('cen', 'ListTransitRouters', where, account)
    const [router] = items(routers, 'TransitRouters')
    if (router) return { cenId, router: String(router['TransitRouterId']) }
  }
  const cenId = String((await call('cen', 'CreateCen', { Name: 'foreign' }, account))['CenId'])
  return { cenId, router: `tr-${NONE}` }
}

test('an id that nobody has, that another account has, or that is none, is a 404', async ({
  page,
}) => {
  const { cenId, router } = await somewhere('main')
  const foreign = await somewhere('partner')
  const uuid = '00000000-0000-4000-8000-000000000000'
  const paths = [
    ...[`cen-${NONE}`, foreign.cenId, ...BAD].flatMap((id) => [
      routes.cen(id),
      routes.cenGrants(id),
      routes.transitRouter(id, router),
    ]),
    ...[`tr-${NONE}`, foreign.router, ...BAD].flatMap((id) => [
      routes.transitRouter(cenId, id),
      routes.connections(cenId, id),
      routes.routeTables(cenId, id),
      routes.routingPolicies(cenId, id),
      routes.cidrBlocks(cenId, id),
    ]),
    ...[`vtb-${NONE}`, ...BAD].flatMap((id) => [
      routes.routeTable(cenId, router, id),
      routes.routeTableTab(cenId, router, id, 'associations'),
    ]),
    ...[`tr-attach-${NONE}`, ...BAD].flatMap((id) => [
      routes.attachment(cenId, router, id),
      routes.attachmentTab(cenId, router, id, 'tags'),
    ]),
    ...[`vco-${NONE}`, ...BAD].map((id) => routes.ipsecConnection('eu-central-1', id)),
    routes.ipsecConnection('nowhere', `vco-${NONE}`),
    ...[uuid, ...BAD].map((id) => routes.operation(id)),
  ]
  const found: string[] = []
  for (const path of paths) {
    const status = (await page.request.get(path)).status()
    if (status !== 404) found.push(`${status} ${path.slice(0, 90)}`)
  }
  expect(found).toEqual([])
})

test('a malformed id is not asked for', async ({ page, request }) => {
  const malformed = BAD.map((id) => `${id}-unasked`)
  // Each strikes the first call that carries the id, and is gone then.
  const marks = malformed.flatMap((id) => PARAMETERS.map((name) => ({ [name]: id })))
  for (const match of marks) await fault({ fault: 'delay', ms: 0, match, count: 1 })
  const { cenId, router } = await somewhere('main')
  for (const id of malformed)
    for (const path of [
      routes.cen(id),
      routes.cenGrants(id),
      routes.transitRouter(id, router),
      routes.attachment(cenId, id, `tr-attach-${NONE}`),
      routes.attachment(cenId, router, id),
      routes.routeTable(cenId, id, `vtb-${NONE}`),
      routes.routeTable(cenId, router, id),
      routes.ipsecConnection('eu-central-1', id),
    ])
      await page.request.get(path)
  const { faults } = (await (await request.get(FAULTS)).json()) as { faults: Mark[] }
  const left = faults.filter(({ match }) => malformed.includes(Object.values(match)[0] ?? ''))
  expect(left.length).toBe(marks.length)
})

test('a slow answer still makes a 404, and the place beside it can be reached', async ({
  page,
}) => {
  const { cenId, router } = await somewhere('main')
  const slow = `tr-slow${NONE}`
  await fault({
    fault: 'delay',
    ms: 1200,
    actions: ['ListTransitRouters'],
    match: { TransitRouterId: slow },
    count: 1,
  })
  expect((await page.goto(routes.transitRouter(cenId, slow)))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()

  const gone = routes.routeTable(cenId, router, `vtb-${NONE}`)
  expect((await page.goto(gone))?.status()).toBe(404)
  await expect(page.getByText('No such route table')).toBeVisible()
  await page.getByRole('link', { name: 'Show the route tables' }).click()
  await expect(page.getByRole('link', { name: /^Route entries/ })).toBeVisible()
})
