import { expect } from '@playwright/test'

import { choose, finish, group, open, pressOk, send, sendAnyway } from '@/e2e/fixtures/attach-page'
import { readBack, test } from '@/e2e/fixtures/attach-world'
import { CANARY, containsCanary } from '@/lib/db/test/canary'
import { routes } from '@/lib/navigation/routes'

test('opens what holds the first error, counts it in the band and focuses it', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  await choose(group(page, 'Basic settings'), 'Customer Gateway', world.gateway.name)
  const encryption = await open(page, 'Encryption settings')
  const lifetime = group(encryption, 'IPsec Settings').getByRole('textbox', {
    name: 'SA Lifetime (Seconds)',
  })
  await lifetime.fill('90000')
  await page.getByRole('button', { name: 'Encryption settings', exact: true }).click()
  await expect(lifetime).toBeHidden()
  await pressOk(page)
  await expect(lifetime).toBeFocused()
  await expect(encryption.getByText('1 problem')).toBeVisible()
  await expect(page).toHaveURL(world.path)
})

test('shows the values of a closed section in its band', async ({ page, world }) => {
  await page.goto(world.path)
  const band = group(page, 'Encryption settings')
  await expect(band).toContainText('ikev2 · aes128 · sha1 · group2 · 24 h')
  const encryption = await open(page, 'Encryption settings')
  await choose(group(encryption, 'IKE Settings'), 'Edition', 'ikev1')
  await page.getByRole('button', { name: 'Encryption settings', exact: true }).click()
  await expect(band).toContainText('ikev1 · aes128')
})

test('loses nothing by a collapse or a change of mind in a radio', async ({ page, world }) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  const bgp = group(page, 'BGP settings')
  const switchBgp = bgp.getByRole('switch', { name: 'Enable BGP' })
  await switchBgp.check()
  const block = bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' })
  await block.fill('169.254.99.0/30')
  await switchBgp.uncheck()
  await expect(block).toBeHidden()
  await switchBgp.check()
  await expect(block).toHaveValue('169.254.99.0/30')

  await choose(basic, 'Customer Gateway', world.gateway.name)
  await basic.getByText('Flow Protection').click()
  await basic.getByRole('textbox', { name: 'Peer CIDR Block' }).fill('192.168.7.0/24')
  await basic.getByText('Destination Routing').click()
  await basic.getByRole('radio', { name: 'Dual tunnel' }).check()
  await basic.getByRole('radio', { name: 'Different Account' }).check()
  await expect(bgp).toBeHidden()
  await basic.getByRole('radio', { name: 'Current Account' }).check()
  await expect(basic.getByRole('radio', { name: 'Create Resource' })).toBeChecked()
  await basic.getByRole('radio', { name: 'Single tunnel' }).check()
  await basic.getByText('Flow Protection').click()
  await expect(basic.getByRole('textbox', { name: 'Peer CIDR Block' })).toHaveValue(
    '192.168.7.0/24',
  )
  await expect(basic.getByRole('combobox', { name: 'Customer Gateway' })).toContainText(
    world.gateway.name,
  )
  await expect(block).toHaveValue('169.254.99.0/30')
})

test('asks before what was typed is lost', async ({ page, world }) => {
  await page.goto(routes.connections(world.cenId, world.transitRouterId))
  await page.getByRole('link', { name: 'Create Connection' }).first().click()
  await expect(page).toHaveURL(world.path)
  const name = page.getByRole('textbox', { name: 'Attachment Name' })
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page).not.toHaveURL(world.path)
  await page.goto(world.path)
  await name.fill('typed')
  const asked = page.getByRole('dialog', { name: 'Leave without saving' })
  for (const leave of [
    page.getByRole('button', { name: 'Cancel', exact: true }),
    page.getByRole('link', { name: 'Instances' }).first(),
  ]) {
    await leave.click()
    await expect(asked).toBeVisible()
    await asked.getByRole('button', { name: 'Cancel' }).click()
    await expect(name).toHaveValue('typed')
  }
  await page.getByRole('link', { name: 'Instances' }).first().click()
  await asked.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(routes.instances())
})

test('creates a customer gateway beside the form and chooses it', async ({ page, world }) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('kept')
  const create = basic.getByRole('button', { name: 'Create customer gateway' })
  await create.click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  const number = Number(world.gateway.ip.split('.')[3])
  await drawer.getByRole('textbox', { name: 'Name' }).fill('new-edge')
  await drawer.getByRole('textbox', { name: 'ASN' }).fill('45104')
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  await expect(drawer.getByRole('textbox', { name: 'IP Address' })).toBeFocused()
  await expect(drawer.getByRole('textbox', { name: 'ASN' })).toHaveAttribute('aria-invalid', 'true')
  const ip = world.gateway.ip.replace(/^8\./, '9.')
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill(ip)
  await drawer.getByRole('textbox', { name: 'ASN' }).fill(String(64_512 + number))
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(create).toBeFocused()
  await expect(basic.getByRole('combobox', { name: 'Customer Gateway' })).toContainText(
    `new-edge${ip}`,
  )
  await expect(basic.getByRole('textbox', { name: 'Attachment Name' })).toHaveValue('kept')
  await page.keyboard.press('Control+Enter')
  await sendAnyway(page)
  await finish(page)
  expect((await readBack(world)).attachment).toMatchObject({ TransitRouterAttachmentName: 'kept' })
})

test('says beside the form what is missing and leads to it', async ({ page, world }) => {
  await page.goto(world.path)
  const summary = page.getByRole('complementary', { name: 'Summary' })
  await summary.getByRole('button', { name: 'Basic settings: 1 problem' }).click()
  await expect(page.getByRole('combobox', { name: 'Customer Gateway' })).toBeFocused()
  await expect(summary.getByRole('listitem').filter({ hasText: 'Attach to' })).toBeVisible()
  await choose(group(page, 'Basic settings'), 'Customer Gateway', world.gateway.name)
  await expect(summary.getByText('Basic settings: 1 problem')).toBeHidden()
  await expect(summary.getByText(world.gateway.ip)).toBeVisible()
  const advanced = await open(page, 'Advanced settings')
  await advanced.getByRole('checkbox', { name: /^Automatically associate/ }).uncheck()
  await expect(summary.getByText('Associate with no table')).toBeVisible()
})

test('generates a key, hides it, and keeps it out of what the other end is told', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const key = page.getByLabel('Pre-Shared Key', { exact: true })
  await page.getByRole('button', { name: 'Generate a pre-shared key' }).click()
  await expect(key).toHaveValue(/^[1-9A-Za-z][0-9A-Za-z]{31}$/)
  await expect(key).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(key).toHaveAttribute('type', 'text')
  await expect(page.getByRole('complementary', { name: 'Summary' })).not.toContainText(
    await key.inputValue(),
  )
})

test('keeps what is typed before the page comes to life', async ({ page, world }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(world.path, { waitUntil: 'commit' })
  const basic = group(page, 'Basic settings')
  const name = basic.getByRole('textbox', { name: 'Attachment Name' })
  await name.fill('early-bird')
  await basic.getByLabel('Pre-Shared Key', { exact: true }).fill(CANARY)
  await basic.getByRole('radio', { name: 'Private', exact: true }).check()
  await basic.getByRole('radio', { name: 'Yes' }).check()
  const bgp = group(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  await pressOk(page)
  release()
  await expect(bgp.getByRole('textbox', { name: 'Local ASN' })).toBeVisible()
  await expect(page).toHaveURL(world.path)
  await expect(name).toHaveValue('early-bird')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).uncheck()
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await send(page)
  await finish(page)
  const { attachment, connection } = await readBack(world)
  expect(attachment).toMatchObject({ TransitRouterAttachmentName: 'early-bird' })
  expect(connection).toMatchObject({ NetworkType: 'private', EffectImmediately: true })
  expect(containsCanary(JSON.stringify(connection))).toBe(true)
})
