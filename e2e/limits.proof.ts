import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { firstAdministrator, invited } from '@/e2e/fixtures/people'
import type { Cen } from '@/lib/cen/schema'
import { routes } from '@/lib/navigation/routes'
import type { TransitRouter } from '@/lib/transit-routers/schema'

test.describe.configure({ mode: 'serial' })

const OLGA = { name: 'Olga', email: 'olga@example.com', password: 'seven blue umbrellas' }

let own: OwnConsole
let admin: Page
let olga: Page
let cens: Cen[]

test.beforeAll(async ({ browser }) => {
  own = await startConsole({
    AUTH: 'local',
    CLOUD_PROFILE_USERS: 'main=*; partner=role:administrator',
  })
  admin = await firstAdministrator(browser, own)
  cens = (await (await admin.request.get('/api/cen')).json()) as Cen[]
})
test.afterAll(async () => await own.stop())

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

test('an invitation says what somebody is limited to, and the console shows that and no more', async ({
  browser,
}) => {
  const [first, second] = cens
  olga = await invited(browser, own, {
    admin,
    who: OLGA,
    role: 'Operator',
    choose: async (drawer) => {
      // With the keyboard alone.
      const region = drawer.getByRole('group', { name: 'Regions' })
      await region.getByRole('checkbox', { name: /eu-central-1/ }).focus()
      await admin.keyboard.press('Space')
      const instances = drawer.getByRole('group', { name: 'CEN instances' })
      await instances.getByRole('checkbox', { name: new RegExp(first!.cenId) }).check()
      expect(await accessible(admin)).toEqual([])
    },
  })
  await expect(
    admin.getByRole('row', { name: /Olga/ }).getByText('1 CEN instance, 1 region'),
  ).toBeVisible()

  const table = olga.getByRole('table')
  await expect(table.getByText(first!.cenId)).toBeVisible()
  await expect(table.getByText(second!.cenId)).toHaveCount(0)
  const create = olga.getByRole('button', { name: /^Create CEN instance/ })
  await expect(create).toHaveAttribute('title', /open to you\. Ask Ada\./)
  await create.focus()
  await olga.keyboard.press('Enter')
  await expect(olga.getByRole('complementary')).toHaveCount(0)
  expect(await accessible(olga)).toEqual([])

  // Each address of what lies outside, whoever typed it.
  expect((await olga.goto(routes.cen(second!.cenId)))?.status()).toBe(404)
  for (const asked of [
    `/api/transit-routers?cenId=${second!.cenId}`,
    '/api/customer-gateways?regionId=cn-hangzhou',
    '/api/ipsec-connections?regionId=ap-southeast-1',
  ])
    expect([asked, (await olga.request.get(asked)).status()]).toEqual([asked, 403])
  const routers = await olga.request.get(`/api/transit-routers?cenId=${first!.cenId}`)
  const regions = ((await routers.json()) as TransitRouter[]).map(({ regionId }) => regionId)
  expect(new Set(regions)).toEqual(new Set(['eu-central-1']))
})

test('a profile that names others is not offered, and not reached by its cookie or header', async () => {
  await olga.goto(routes.instances())
  await expect(olga.getByText('Account 1000000000000001')).toBeVisible()
  await expect(olga.getByRole('button', { name: /Switch/ })).toHaveCount(0)
  await expect(admin.getByRole('button', { name: /Account 1000000000000001/ })).toBeVisible()
  const asked = (headers: Record<string, string>) => olga.request.get('/api/cen', { headers })
  expect((await asked({ 'x-account': 'partner' })).status()).toBe(409)
  await olga.context().addCookies([{ name: 'profile', value: 'partner', url: own.url }])
  await olga.reload()
  await expect(olga.getByText('Account 1000000000000001')).toBeVisible()
  expect((await asked({ 'x-account': 'partner' })).status()).toBe(409)
})

test('limits that change hold with the next request; an administrator has none', async () => {
  await admin.goto(routes.people())
  const row = admin.getByRole('row', { name: /Olga/ })
  await row.getByRole('button', { name: 'Change role' }).click()
  const drawer = admin.getByRole('complementary', { name: 'Role and limits of Olga' })
  await drawer.getByRole('combobox', { name: 'Role' }).click()
  await admin.getByRole('option', { name: 'Administrator' }).click()
  await drawer.getByRole('button', { name: 'OK, change role' }).click()
  await expect(drawer.getByText('An administrator is not limited')).toBeVisible()
  await drawer.getByRole('combobox', { name: 'Role' }).click()
  await admin.getByRole('option', { name: 'Viewer' }).click()
  for (const name of [/eu-central-1/, new RegExp(cens[0]!.cenId)])
    await drawer.getByRole('checkbox', { name }).uncheck()
  await drawer.getByRole('checkbox', { name: /cn-hangzhou/ }).check()
  await drawer.getByRole('button', { name: 'OK, change role' }).click()
  await expect(drawer).toBeHidden()
  expect((await olga.request.get('/api/customer-gateways?regionId=cn-hangzhou')).status()).toBe(200)
  expect((await olga.request.get('/api/customer-gateways?regionId=eu-central-1')).status()).toBe(
    403,
  )
  // A page of one region opens with one that is open.
  await olga.goto(routes.customerGateways())
  await expect(olga.getByRole('combobox', { name: 'Region' })).toContainText('cn-hangzhou')
  await olga.goto(`${routes.customerGateways()}?region=eu-central-1`)
  await expect(olga.getByText('lies outside of the accounts').first()).toBeVisible()
  await admin.goto(`${routes.audit()}?q=denied`)
  const denied = admin.getByRole('row').filter({ hasText: 'console:denied' })
  await expect(denied.filter({ hasText: OLGA.email }).first()).toBeVisible()
})

test('the limits are sound in Chinese and in the dark', async () => {
  await admin.context().addCookies([
    { name: 'locale', value: 'zh-CN', url: own.url },
    { name: 'theme', value: 'dark', url: own.url },
  ])
  await admin.goto(routes.people())
  await admin.getByRole('button', { name: '邀请' }).click()
  await expect(admin.getByRole('group', { name: '地域' })).toBeVisible()
  expect(await accessible(admin)).toEqual([])
})
