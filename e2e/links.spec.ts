import { expect } from '@playwright/test'

import { finish, group } from '@/e2e/fixtures/attach-page'
import { fault } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/routed-world'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

const MAIN = '1000000000000001'

test('a copied link shows the same view, and says in another account where it comes from', async ({
  page,
  context,
  baseURL,
  world,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${routes.customerGateways()}?region=eu-central-1&q=${world.gateway.name}`)
  await expect(page.getByRole('row').filter({ hasText: world.gateway.name })).toHaveCount(1)
  await page.keyboard.press('.')
  await expect(page.getByText('The link to this view is copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).searchParams.get('account')).toBe(MAIN)

  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  await page.goto(link)
  await expect(page.getByText(`This link was made in account ${MAIN}.`)).toBeVisible()
  await page.getByRole('button', { name: `Open as account ${MAIN}` }).click()
  await expect(page.getByRole('row').filter({ hasText: world.gateway.name })).toHaveCount(1)
  // Its account is the chosen one: nothing more is to be said.
  await expect(page).not.toHaveURL(/account=/)
  await expect(page.getByText('This link was made in account')).toBeHidden()
})

test('what is not there for this account is offered for the others', async ({
  page,
  context,
  baseURL,
  world,
}) => {
  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  await page.goto(routes.transitRouter(world.cenId, world.transitRouterId))
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  await page.getByRole('button', { name: `Open as account ${MAIN}` }).click()
  await expect(page.getByText(world.transitRouterId).first()).toBeVisible()
  expect((await context.cookies()).find(({ name }) => name === 'profile')?.value).toBe('main')
})

test('opening and closing a panel keeps what the list was filtered by', async ({
  page,
  routed,
}) => {
  const list = routes.connections(routed.cenId, routed.transitRouterId)
  await page.goto(`${list}?q=edge&sort=name.desc`)
  await page.getByRole('link', { name: 'edge-site' }).click()
  const panel = page.getByRole('complementary', { name: 'edge-site' })
  await panel.getByRole('link', { name: 'Routes', exact: true }).click()
  await expect(page).toHaveURL(/\/routes\?q=edge&sort=name.desc$/)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page).toHaveURL(/\/connections\?q=edge&sort=name.desc$/)
})

test('the palette copies the link and begins a connection on a router', async ({ page, world }) => {
  await page.goto(routes.audit())
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Go to anything' })).toBeFocused()
  await page.keyboard.type(`create connection ${world.transitRouterId}`)
  const palette = page.getByRole('dialog', { name: 'Go to anything' })
  await expect(palette.getByRole('option').first()).toContainText('Create Connection on')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${world.path}$`))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('one list over all regions finds a device by its address, and names the region that cannot be read', async ({
  page,
  world,
}) => {
  const broken = /\/api\/customer-gateways\?regionId=ap-southeast-1/
  await page.route(broken, (route) =>
    route.fulfill({ status: 502, json: { code: 'Timeout', message: 'no answer' } }),
  )
  await page.goto(`${routes.customerGateways()}?region=all`)
  const alert = page.getByRole('note').filter({ hasText: 'Not everything could be read.' })
  await expect(alert).toContainText('Singapore')
  await page.getByRole('searchbox').fill(world.gateway.ip)
  const row = page.getByRole('row').filter({ hasText: world.gateway.name })
  await expect(row).toContainText('Germany (Frankfurt)')
  await page.unroute(broken)
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(alert).toBeHidden()
  await expect(row).toHaveCount(1)
})

test('a filter by a column is suggested, stands as a chip, and is taken back by a press', async ({
  page,
  routed,
}) => {
  const { name, ip } = routed.gateway
  await page.goto(routes.ipsecConnectionsOf('eu-central-1'))
  const filter = page.getByRole('searchbox')
  await filter.fill(`Customer gateway = ${name}`)
  const row = page.getByRole('row').filter({ hasText: routed.vpnId })
  await expect(row).toContainText(ip)
  await filter.press('Enter')
  const chip = page.getByRole('button', { name: `Remove filter Customer gateway: ${name}` })
  await expect(chip).toBeVisible()
  await expect(filter).toHaveValue('')
  // Whoever gets the address sees the same.
  await page.reload()
  await expect(row).toHaveCount(1)
  await chip.click()
  await filter.fill('Attachm')
  await page.getByRole('list', { name: 'Suggestions' }).getByText('Attachment state:').click()
  await expect(filter).toBeFocused()
  await filter.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('button', { name: /^Remove filter Attachment state: / }),
  ).toBeVisible()
})

test('a free connection is attached from its own page', async ({ page, world }, {
  workerIndex,
}) => {
  const id = await newConnection(workerIndex, { name: 'free-line' })
  await page.goto(routes.ipsecConnection(REGION, id))
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Attach to a transit router' })
  const line = dialog.getByRole('listitem').filter({ hasText: world.transitRouterId })
  await line.getByRole('link').click()
  await expect(page.getByRole('radio', { name: new RegExp(id) })).toBeChecked()
  await expect(page).toHaveURL(`${world.path}?vpn=${id}`)
})

test('a press is heard before the cloud has answered, and the page is never empty', async ({
  page,
  world,
}) => {
  await page.goto(routes.connections(world.cenId, world.transitRouterId))
  const link = page.getByRole('link', { name: 'Create Connection' }).first()
  await expect(link).toBeVisible()
  // What this page itself reads is to come before the delay.
  await page.waitForLoadState('networkidle')
  await fault({
    fault: 'delay',
    ms: 4000,
    actions: ['ListTransitRouters'],
    match: { CenId: world.cenId },
    count: 1,
  })
  await link.click()
  // Nothing of the next page is there yet.
  await expect(page.getByRole('status', { name: 'On its way' })).toBeVisible()
  await expect(
    page.getByRole('heading', { level: 1 }).or(page.locator('main [aria-busy]')),
  ).not.toHaveCount(0)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Connection with Peer Network Instance' }),
  ).toBeFocused()
  await expect(page.getByRole('status', { name: 'On its way' })).toBeHidden()
})

test('with the keyboard alone a connection is attached in 60 keys at most, and every field explains itself', async ({
  page,
  world,
}) => {
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  await page.goto(world.path)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const basic = group(page, 'Basic settings')
  await press('Alt+1')
  await expect(basic.getByRole('combobox', { name: 'Network Type' })).toBeFocused()
  const gateway = basic.getByRole('combobox', { name: 'Customer Gateway', exact: true })
  while (!(await gateway.evaluate((control) => control === document.activeElement)))
    await press('Tab')
  await press('F1')
  await expect(
    basic.getByText(/The address and the ASN of the device at the other end/),
  ).toBeVisible()
  await expect(basic.getByRole('link', { name: 'CreateVpnAttachment' })).toHaveAttribute(
    'href',
    'https://api.alibabacloud.com/document/Vpc/2016-04-28/CreateVpnAttachment',
  )
  await press('F1')
  await press('Enter')
  const option = page.getByRole('option', { name: new RegExp(`^${world.gateway.name}\\b`) })
  await expect(option).toBeVisible()
  for (const key of world.gateway.name) await press(key)
  await press('Enter')
  await expect(gateway).toContainText(world.gateway.name)
  await press('Control+Enter')
  await expect(page.getByText('OK sends the form all the same')).toBeVisible()
  await press('Control+Enter')
  // What OK began has the focus, and in the end the panel of what was made.
  await finish(page)
  await expect(
    page.getByRole('complementary').locator(':focus').or(page.locator('aside:focus')),
  ).toHaveCount(1)
  await expect(page.getByText('What remains to do')).toBeVisible()
  expect(keys).toBeLessThanOrEqual(60)
})

test('sections are reached by their number and one after the other', async ({ page, world }) => {
  await page.goto(world.path)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Basic settings', exact: true })).toBeFocused()
  await page.keyboard.press('F6')
  const second = page.locator('form h2 button').nth(1)
  await expect(second).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(page.getByRole('button', { name: 'Basic settings', exact: true })).toBeFocused()
  await page.keyboard.press('Alt+2')
  await expect(second).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('[data-section]').nth(1).locator(':focus')).toHaveCount(1)
})
