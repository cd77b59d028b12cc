import { expect } from '@playwright/test'

import { choose, finish, group, open, remark, send, pressOk } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { call, fault, items, until } from '@/e2e/fixtures/cloud'

test('a refusal of the cloud comes back to the form, at the field it speaks of', async ({
  page,
  world,
}) => {
  await fault({
    fault: 'quota',
    code: 'IllegalParam.BgpConfig',
    actions: ['CreateVpnAttachment'],
    match: { Name: world.gateway.name },
    count: 1,
  })
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  const name = basic.getByRole('textbox', { name: 'Attachment Name' })
  await name.fill(world.gateway.name)
  await choose(basic, 'Customer Gateway', world.gateway.name)
  const bgp = await open(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  await bgp.getByRole('button', { name: 'Pick a free one' }).click()
  const block = bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' })
  await expect(block).not.toHaveValue('')
  await pressOk(page)
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await pressOk(page)
  // Nothing exists, so there is nothing to decide: the form comes back by itself.
  await expect(block).toBeFocused()
  await expect.poll(() => remark(block)).toContain('Alibaba Cloud refused')
  const alert = page.getByRole('alert').filter({ hasText: 'IllegalParam.BgpConfig' })
  await expect(alert).toContainText('Request ID')
  await expect(name).toHaveValue(world.gateway.name)
  await send(page)
  await finish(page)
})

test('a refusal of a group of fields leads to its section, which opens and says it', async ({
  page,
  world,
}) => {
  await fault({
    fault: 'error',
    status: 400,
    code: 'IllegalParam.IpsecConfig',
    message: 'Phase 2 settings invalid.',
    actions: ['CreateVpnAttachment'],
    match: { Name: world.gateway.name },
    count: 1,
  })
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill(world.gateway.name)
  await choose(basic, 'Customer Gateway', world.gateway.name)
  const encryption = await open(page, 'Encryption settings')
  await encryption.getByRole('button', { name: 'Use the strong set' }).click()
  const band = page.getByRole('button', { name: 'Encryption settings', exact: true })
  await band.click()
  await pressOk(page)
  const said = encryption.getByText('Alibaba Cloud refused: Phase 2 settings invalid.')
  await expect(said).toBeFocused()
  await expect(band).toHaveAttribute('aria-expanded', 'true')
  await pressOk(page)
  await finish(page)
})

test('another region brings its own choices, and the way back restores what was chosen', async ({
  page,
  world,
}) => {
  await call('cen', 'CreateTransitRouter', {
    CenId: world.cenId,
    RegionId: 'ap-southeast-1',
    TransitRouterName: 'south',
    'TransitRouterCidrList.1.Cidr': '10.201.0.0/24',
    'TransitRouterCidrList.1.PublishCidrRoute': true,
  })
  await until(async () => {
    const routers = await call('cen', 'ListTransitRouters', { CenId: world.cenId })
    return items(routers, 'TransitRouters').every(({ Status }) => Status === 'Active')
  })
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  const gateway = basic.getByRole('combobox', { name: 'Customer Gateway' })
  const zone = basic.getByRole('combobox', { name: 'Zone' })
  const router = basic.getByRole('group', { name: 'Transit Router' })
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('moving')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await choose(basic, 'Region', 'Singapore')
  await expect(router).toContainText('south')
  await expect(zone).toContainText('ap-southeast-1')
  await expect(gateway).not.toContainText(world.gateway.name)
  await expect(basic.getByRole('textbox', { name: 'Attachment Name' })).toHaveValue('moving')
  await choose(basic, 'Region', 'Germany')
  await expect(router).toContainText(world.transitRouterId)
  await expect(zone).toContainText('eu-central-1')
  await expect(gateway).toContainText(world.gateway.name)
  await send(page)
  await finish(page)
})

test('says what could not be read, and reads it again', async ({ page, world }) => {
  await fault({
    fault: 'denied',
    actions: ['ListTransitRouterVpnAttachments'],
    match: { TransitRouterId: world.transitRouterId },
    count: 1,
  })
  await page.goto(world.path)
  const summary = page.getByRole('complementary', { name: 'Summary' })
  const unread = summary.getByText(
    'The attachments of the router could not be read (Forbidden.RAM)',
  )
  await expect(unread).toBeVisible()
  await group(page, 'Basic settings').getByRole('textbox', { name: 'Attachment Name' }).fill('kept')
  await summary.getByRole('button', { name: 'Read again' }).click()
  await expect(unread).toBeHidden()
  await expect(summary).toContainText('0 of 50')
  await expect(page.getByRole('textbox', { name: 'Attachment Name' })).toHaveValue('kept')
})

test('says that the console does not answer, and goes on when it does again', async ({
  page,
  context,
  world,
}) => {
  await page.goto(world.path)
  const ok = page.getByRole('button', { name: 'OK, create VPN attachment' })
  // The page has all of its scripts, and nothing of it was touched: the rules are not there yet.
  await context.setOffline(true)
  await ok.click()
  // The warnings that the page came with.
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await ok.click()
  await expect(page.getByText('The console did not answer')).toBeVisible()
  await context.setOffline(false)
  await ok.click()
  await expect(page.getByText('Choose a customer gateway, or create one.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Customer Gateway' })).toBeFocused()
})
