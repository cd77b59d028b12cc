import { readFile } from 'node:fs/promises'

import { expect, type Page } from '@playwright/test'

import { choose, group, open } from '@/e2e/fixtures/attach-page'
import { newGateway, test } from '@/e2e/fixtures/attach-world'
import { call, items } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

const text = (page: Page, file: string) => page.getByRole('region', { name: file })

async function deviceOf(customerGatewayId: string): Promise<unknown> {
  const answer = await call('vpc', 'DescribeCustomerGateways', {
    RegionId: REGION,
    CustomerGatewayId: customerGatewayId,
  })
  const tags = items(answer, 'CustomerGateways.CustomerGateway')[0]?.['Tags']
  return JSON.stringify(tags)
}

test('a connection has the text for its device, with the key only on request', async ({ page }, {
  workerIndex,
}) => {
  const id = await newConnection(workerIndex, { name: 'branch-office', psk: 'A-key_of.this?test' })
  await page.goto(routes.ipsecConnection(REGION, id))
  await page.getByRole('link', { name: 'Device configuration' }).click()
  const main = page.getByRole('main')
  await choose(main, 'Device', 'strongSwan \\(swanctl')
  await expect(main.getByText('Run against the real daemon')).toBeVisible()
  const file = text(page, '/etc/swanctl/conf.d/cen-101.conf')
  await expect(file).toContainText('secret = "<pre-shared-key-1>"')
  await expect(file).toContainText(`branch-office (${id}) tunnel 1 of 1`)

  await main.getByRole('textbox', { name: 'Tunnel number' }).fill('7')
  await expect(text(page, '/etc/swanctl/conf.d/cen-7.conf')).toContainText('if_id_in = 7')
  const outside = main.getByRole('textbox', { name: 'Outside interface' })
  await outside.fill('eth1; reboot')
  await expect(main.getByText('This cannot stand in the configuration.')).toBeVisible()
  await expect(main).not.toContainText('dev eth1; reboot')

  await main.getByRole('button', { name: 'Show the key in the text' }).click()
  const keyed = text(page, '/etc/swanctl/conf.d/cen-7.conf')
  await expect(keyed).toContainText('secret = "A-key_of.this?test"')
  const download = page.waitForEvent('download')
  await keyed.getByRole('button', { name: 'Download' }).click()
  const kept = await download
  expect(kept.suggestedFilename()).toBe('cen-7.conf')
  expect(await readFile(await kept.path(), 'utf8')).toContain('A-key_of.this?test')
  await main.getByRole('button', { name: 'Take the key out' }).click()
  await expect(main).not.toContainText('A-key_of.this?test')
  const audit = await page.request.get('/api/audit')
  expect(await audit.text()).not.toContain('A-key_of.this?test')

  // The device and the answers are there for the next reader of this browser.
  await page.reload()
  await expect(text(page, '/etc/swanctl/conf.d/cen-7.conf')).toBeVisible()
})

test('two customer gateways may be two devices, and a key that cannot be one stays out of the text', async ({
  page,
}) => {
  const all = await call('vpc', 'DescribeVpnConnections', { RegionId: REGION, PageSize: 50 })
  const prague = items(all, 'VpnConnections.VpnConnection').find(({ Name }) => Name === 'prague-dc')
  await page.goto(routes.ipsecConnectionTab(REGION, String(prague?.['VpnConnectionId']), 'device'))
  const main = page.getByRole('main')
  await choose(main, 'Device', 'Parameter sheet')
  const config = text(page, 'Configuration')
  await expect(config).toContainText('tunnel 1 of 2')
  await expect(config).toContainText('tunnel 2 of 2')
  await choose(main, 'Tunnels of this device', 'Tunnel 2 only')
  await choose(main, 'Device', 'Parameter sheet')
  await expect(config).toContainText('tunnel 2 of 2')
  await expect(config).not.toContainText('tunnel 1 of 2')

  const key = main.getByLabel('Key', { exact: true })
  await key.fill('two words')
  await expect(key).toHaveAccessibleDescription(/space/)
  await expect(config).toContainText('<pre-shared-key-2>')
  await key.fill('Two-words')
  await expect(config).toContainText('Pre-shared key: Two-words')
})

test('says what the device cannot do, and reads back what runs on it', async ({ page }, {
  workerIndex,
}) => {
  const id = await newConnection(workerIndex, { name: 'old-groups' })
  await page.goto(routes.ipsecConnectionTab(REGION, id, 'device'))
  const main = page.getByRole('main')
  await choose(main, 'Device', 'Cisco IOS-XE')
  const alert = main.getByRole('alert')
  await expect(alert).toContainText('Cisco IOS-XE 17.11 or later has no group2 here')
  await expect(text(page, 'Configuration')).toBeHidden()
  await main.getByRole('combobox', { name: 'Version or product' }).click()
  await page.getByRole('option', { name: '17.10 or earlier' }).click()
  await expect(alert).toBeHidden()
  const config = text(page, 'Configuration')
  await expect(config).toContainText('crypto ikev2 profile cen-101')

  await main.getByRole('button', { name: 'Compare with my device' }).click()
  const running = (await config.locator('pre').innerText()).replace('group 2\n', 'group 14\n')
  await main.getByRole('textbox', { name: 'Running configuration' }).fill(running)
  const row = main.getByRole('row', { name: /Phase 1 DH group/ })
  await expect(row).toContainText('group2')
  await expect(row).toContainText('group14')
  await expect(row).toContainText('Different')
  await expect(main.getByText('1 parameter differs.')).toBeVisible()
  await expect(main.getByText('Begin with this: Phase 1 DH group.')).toBeVisible()
  await expect(row).toContainText('crypto ikev2 proposal')
})

test('the form says at its fields what the device of the chosen gateway cannot do, and shows the text live', async ({
  page,
  world,
}, { workerIndex }) => {
  const gateway = await newGateway(workerIndex)
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  const aside = page.getByRole('complementary', { name: 'Summary' })
  await choose(basic, 'Customer Gateway', gateway.name)
  await aside.getByRole('button', { name: 'Show the device configuration' }).click()
  await choose(aside, 'Device', 'Cisco IOS-XE')
  await expect.poll(() => deviceOf(gateway.id)).toContain('ios-xe')

  const encryption = await open(page, 'Encryption settings')
  const ike = group(encryption, 'IKE Settings')
  await expect(ike).toContainText('Cisco IOS-XE 17.11 or later has no group2 here. It has group14.')
  await ike.getByRole('button', { name: 'Use group14' }).click()
  await expect(ike).not.toContainText('has no group2')
  const ipsec = group(encryption, 'IPsec Settings')
  await ipsec.getByRole('button', { name: 'Use group14' }).click()
  await expect(aside.getByRole('region', { name: 'Configuration' })).toContainText(
    'set pfs group14',
  )
  await expect(aside.getByRole('region', { name: 'Configuration' })).toContainText(gateway.ip)
})
