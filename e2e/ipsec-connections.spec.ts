import { expect, type Page } from '@playwright/test'

import { choose, group } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { call, items } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

const list = routes.ipsecConnectionsOf(REGION)
const table = (page: Page) => page.getByRole('table', { name: 'IPsec connections' })

async function idOf(name: string, account?: 'partner'): Promise<string> {
  const query = { RegionId: REGION, PageSize: 50 }
  const answer = await call('vpc', 'DescribeVpnConnections', query, account)
  const found = items(answer, 'VpnConnections.VpnConnection').find((each) => each['Name'] === name)
  return String(found?.['VpnConnectionId'])
}

test('finds the connections that nothing is attached to', async ({ page }) => {
  await page.goto(list)
  await expect(table(page).getByRole('row', { name: /munich-hq/ })).toContainText('Attached')
  await page.getByRole('combobox', { name: 'Attachment' }).click()
  await page.getByRole('option', { name: 'Unattached' }).click()
  await expect(table(page).getByRole('row', { name: /cologne-attempt/ })).toContainText(
    'Unattached',
  )
  await expect(table(page).getByRole('row', { name: /munich-hq/ })).toHaveCount(0)
  // The filter is in the address, so that a colleague sees the same.
  await page.reload()
  await expect(table(page).getByRole('row', { name: /cologne-attempt/ })).toBeVisible()
  await expect(table(page).getByRole('row', { name: /munich-hq/ })).toHaveCount(0)
  await table(page).getByRole('link', { name: 'cologne-attempt' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'cologne-attempt' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('192.168.70.0/24')
})

test('creates a connection without attaching it, tags it and deletes it', async ({
  page,
  world,
}) => {
  const name = `alone-${world.gateway.name}`
  await page.goto(list)
  await page.getByRole('link', { name: 'Create IPsec connection' }).first().click()
  const basic = group(page, 'Basic settings')
  await expect(basic).toContainText('Do Not Associate')
  await page.getByRole('button', { name: 'OK, create IPsec connection' }).click()
  await expect(basic).toContainText('Choose a customer gateway, or create one.')
  await basic.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await basic.getByText('Billing items').click()
  await expect(basic.getByRole('table', { name: 'Public gateway' })).toContainText(
    'Transit router data forwarding',
  )
  const ok = page.getByRole('button', { name: 'OK, create IPsec connection' })
  await ok.click()
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await ok.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Unattached')
  await expect(page.getByRole('main')).toContainText(world.gateway.id)

  await page.getByRole('link', { name: /^Tags/ }).click()
  await page.getByRole('button', { name: 'Edit tags' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Tag key 1' }).fill('site')
  await page.getByRole('textbox', { name: 'Tag value 1' }).fill('lab')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByRole('main').getByText('site: lab')).toBeVisible()

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${name}` })
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(list)
  await expect(table(page)).toBeVisible()
  await expect(table(page)).not.toContainText(name)
})

test('shows the pre-shared key on request only, and not for long', async ({ page }, {
  workerIndex,
}) => {
  const psk = `c4nary-reveal-${workerIndex}`
  const id = await newConnection(workerIndex, { name: `key-${workerIndex}`, psk })
  await page.clock.install()
  const seen: string[] = []
  page.on('response', async (response) => {
    if (response.request().method() === 'GET') seen.push(await response.text().catch(() => ''))
  })
  await page.goto(routes.ipsecConnection(REGION, id))
  const show = page.getByRole('button', { name: 'Show', exact: true })
  const key = page.getByText(psk)
  await show.click()
  await expect(key).toBeVisible()
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(key).toBeHidden()

  await show.click()
  await expect(key).toBeVisible()
  await page.getByRole('button', { name: 'Delete', exact: true }).focus()
  await expect(key).toBeHidden()

  await show.click()
  await expect(key).toBeVisible()
  await page.clock.fastForward(30_000)
  await expect(key).toBeHidden()
  expect(seen.filter((body) => body.includes(psk))).toEqual([])

  const audit = await page.request.get(`/api/audit?words=${id}`)
  const { writes } = (await audit.json()) as { writes: { action: string; outcome?: string }[] }
  expect(writes.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
    Array.from({ length: 3 }, () => 'console:reveal-psk accepted'),
  )
  expect(JSON.stringify(writes)).not.toContain(psk)
})

test('says why an attached connection cannot be deleted, and leads to what holds it', async ({
  page,
}) => {
  await page.goto(routes.ipsecConnection(REGION, await idOf('vienna-branch')))
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'vienna-branch cannot be deleted now' })
  await dialog.getByRole('link', { name: 'vienna-branch' }).click()
  await expect(page).toHaveURL(/\/connections\/tr-attach-/)
  await expect(page.getByRole('complementary', { name: 'vienna-branch' })).toBeVisible()
})

test('tells learned from written routes', async ({ page }) => {
  const at = routes.ipsecConnectionTab(REGION, await idOf('munich-hq'), 'routes')
  await page.goto(at)
  const shown = page.getByRole('table', { name: 'Routes' })
  await expect(shown.getByRole('row', { name: /192\.168\.10\.0\/24/ })).toContainText(
    'BGP, learned',
  )
  await page.goto(routes.ipsecConnectionTab(REGION, await idOf('vienna-branch'), 'routes'))
  await expect(shown.getByRole('row', { name: /192\.168\.60\.0\/24/ })).toContainText('Static')
})

test('has no page for an id that is malformed, unknown or somebody else’s', async ({ page }) => {
  const foreign = await idOf('antwerp-depot', 'partner')
  for (const [region, id] of [
    [REGION, '..x'],
    [REGION, `vco-${'a'.repeat(10_000)}`],
    [REGION, 'vco-коннект'],
    ['..x', 'vco-nothinghere'],
    [REGION, 'vco-nothinghere'],
    [REGION, foreign],
  ] as const) {
    const response = await page.goto(routes.ipsecConnection(region, id))
    await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
    expect(response?.status()).toBeGreaterThanOrEqual(400)
  }
  for (const [region, id] of [
    [REGION, '../x'],
    ['../x', 'vco-nothinghere'],
  ] as const)
    // An encoded slash does not get past the gate.
    expect((await page.goto(routes.ipsecConnection(region, id)))?.status()).toBe(404)
})
