import { expect } from '@playwright/test'

import { choose, group } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { call, fault } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

const PARTNER = 1000000000000002

const groupOf = async (id: string, account?: 'partner') => {
  const query = { RegionId: REGION, VpnConnectionId: id }
  return (await call('vpc', 'DescribeVpnConnection', query, account))['ResourceGroupId']
}

test('a new connection goes into the group that is chosen, and another press moves it', async ({
  page,
  world,
}) => {
  const name = `grouped-${world.gateway.name}`
  await page.goto(routes.ipsecConnectionsOf(REGION))
  await page.getByRole('link', { name: 'Create IPsec connection' }).first().click()
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await expect(basic.getByRole('combobox', { name: 'Resource Group' })).toHaveText(
    'Default resource group',
  )
  await choose(basic, 'Resource Group', 'Lab')
  const ok = page.getByRole('button', { name: 'OK, create IPsec connection' })
  await ok.click()
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await ok.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const [, id = ''] = /(vco-\w+)/.exec(page.url()) ?? []
  expect(await groupOf(id)).toBe('rg-aekz00000000lab')

  const main = page.getByRole('main')
  await expect(main.getByText('Lab', { exact: true })).toBeVisible()
  await main.getByRole('button', { name: 'Move' }).click()
  const dialog = page.getByRole('dialog', { name: `Move ${name} to another resource group` })
  await choose(dialog, 'Resource group', 'Production')
  await dialog.getByRole('button', { name: 'OK, move it' }).click()
  await expect(main.getByText('Production', { exact: true })).toBeVisible()
  expect(await groupOf(id)).toBe('rg-aekz0production')
})

test('where the groups cannot be read, one is named by its id', async ({ page, context, baseURL }, {
  workerIndex,
}) => {
  const id = await newConnection(workerIndex, { name: `ungrouped-${workerIndex}` }, 'partner')
  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  // No other test asks for the groups of this account.
  await fault({ fault: 'denied', actions: ['ListResourceGroups'], account: PARTNER })
  await page.goto(routes.ipsecConnection(REGION, id))
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Edit Resource group' }).click()
  const field = main.getByRole('textbox', { name: 'Resource group' })
  await field.fill('lab')
  await main.getByRole('button', { name: 'Save Resource group' }).click()
  await expect(main.getByText('Enter the id of a resource group')).toBeVisible()
  await field.fill('rg-aekz00000000lab')
  await main.getByRole('button', { name: 'Save Resource group' }).click()
  await expect(field).toHaveCount(0)
  expect(await groupOf(id, 'partner')).toBe('rg-aekz00000000lab')
})
