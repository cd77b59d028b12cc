import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

import { newGateway, test } from '@/e2e/fixtures/attach-world'
import { call, fault, items } from '@/e2e/fixtures/cloud'
import { readAttachment, test as routed } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

const REGION = 'eu-central-1'

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** Customer gateways that only this test finds. */
async function gateways(workerIndex: number, count: number) {
  const mark = `bulk-${workerIndex}-${Date.now()}`
  const made = []
  for (let index = 0; index < count; index += 1) {
    const { id, ...gateway } = await newGateway(workerIndex)
    await call('vpc', 'ModifyCustomerGatewayAttribute', {
      RegionId: REGION,
      CustomerGatewayId: id,
      Name: gateway.name,
      Description: mark,
    })
    made.push({ id, ...gateway })
  }
  return { mark, made }
}

const listOf = (mark: string) => `${routes.customerGateways()}?region=${REGION}&q=${mark}`

const tagsOf = async (id: string) => {
  const answer = await call('vpc', 'ListTagResources', {
    RegionId: REGION,
    ResourceType: 'CUSTOMERGATEWAY',
    'ResourceId.1': id,
  })
  return items(answer, 'TagResources.TagResource').map(({ TagKey, TagValue }) => [TagKey, TagValue])
}

test('tags of many are edited in one go: each is told, a refused one stands alone and is tried again', async ({
  page,
}, { workerIndex }) => {
  const { mark, made } = await gateways(workerIndex, 3)
  const [first, second, third] = made
  await call('vpc', 'TagResources', {
    RegionId: REGION,
    ResourceType: 'CUSTOMERGATEWAY',
    'ResourceId.1': first?.id ?? '',
    'Tag.1.Key': 'old',
    'Tag.1.Value': 'yes',
  })
  await page.goto(listOf(mark))
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(4)
  await page.getByRole('checkbox', { name: 'Select all 3 found' }).click()
  await expect(page.getByText('3 selected')).toBeVisible()
  expect(await accessible(page)).toEqual([])
  await page.getByRole('button', { name: 'Edit tags' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Edit the tags of 3 resources' })
  const ok = drawer.getByRole('button', { name: 'OK, change 3 resources' })
  await ok.click()
  await expect(drawer).toContainText('Enter a tag, or choose a key to remove.')
  await drawer.getByRole('button', { name: 'Add tag' }).click()
  await drawer.getByRole('textbox', { name: 'Tag key 1' }).fill('site')
  await drawer.getByRole('textbox', { name: 'Tag value 1' }).fill('munich')
  await drawer.getByRole('checkbox', { name: 'old' }).check()
  expect(await accessible(page)).toEqual([])
  await fault({
    fault: 'denied',
    actions: ['TagResources'],
    match: { 'ResourceId.1': second?.id ?? '' },
    count: 1,
  })
  await ok.click()
  const row = (name = '') => drawer.getByRole('listitem').filter({ hasText: name })
  await expect(row(third?.name)).toContainText('Done')
  await expect(row(second?.name)).toContainText('Refused')
  await expect(drawer).toContainText('2 done, 1 refused')
  expect(await accessible(page)).toEqual([])
  await drawer.getByRole('button', { name: 'Try the 1 refused again' }).click()
  await expect(drawer).toContainText('3 done, 0 refused')
  for (const { id } of made) expect(await tagsOf(id)).toEqual([['site', 'munich']])
})

test('rows are chosen with the keyboard, over pages, and let go when the filter changes', async ({
  page,
}, { workerIndex }) => {
  const { mark, made } = await gateways(workerIndex, 22)
  await page.goto(`${listOf(mark)}&sort=name.asc`)
  const table = page.getByRole('table')
  const rows = table.getByRole('row')
  await expect(rows).toHaveCount(21)
  await rows.nth(1).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 selected')).toBeVisible()
  await expect(rows.nth(3)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByText('2 selected')).toBeVisible()
  await rows.nth(6).getByRole('checkbox').click()
  await rows
    .nth(9)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(page.getByText('6 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(rows).toHaveCount(3)
  await rows.nth(1).getByRole('checkbox').click()
  await expect(page.getByText('7 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Previous page' }).click()
  await expect(rows.nth(1).getByRole('checkbox')).toBeChecked()

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export 7 selected as CSV' }).click()
  let csv = ''
  for await (const part of await (await saved).createReadStream()) csv += String(part)
  expect(csv.split('\r\n').filter((line) => line.includes(mark))).toHaveLength(7)

  await page.getByRole('searchbox').fill(`${mark} ${made[0]?.name}`)
  await expect(page.getByText(/\d selected/)).toBeHidden()
  await page.getByRole('searchbox').fill(mark)
  await expect(rows).toHaveCount(21)
  await expect(page.getByText(/\d selected/)).toBeHidden()
})

test('of the chosen customer gateways those in use stay, the others are deleted one by one', async ({
  page,
  context,
  baseURL,
}, { workerIndex }) => {
  const { mark, made } = await gateways(workerIndex, 3)
  const [used] = made
  await call('vpc', 'CreateVpnAttachment', {
    RegionId: REGION,
    CustomerGatewayId: used?.id ?? '',
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
    Name: mark,
  })
  await context.addCookies([{ name: 'locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.goto(listOf(mark))
  await page.getByRole('checkbox', { name: '选择全部3条' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).first().click()
  const drawer = page.getByRole('complementary', { name: '删除3个用户网关' })
  await expect(drawer).toContainText('其中1个将保留')
  expect(await accessible(page)).toEqual([])
  await drawer.getByRole('button', { name: '确定，删除2个' }).click()
  await expect(drawer).toContainText('2个完成，0个被拒绝')
  const left: string[] = []
  for (const { id } of made) {
    const found = await call('vpc', 'DescribeCustomerGateways', {
      RegionId: REGION,
      CustomerGatewayId: id,
    })
    if (items(found, 'CustomerGateways.CustomerGateway').length > 0) left.push(id)
  }
  expect(left).toEqual([used?.id])
})

routed(
  'of the chosen attachments each says what it takes with it and is an operation; their connections follow from their list',
  async ({ page, routed: world }) => {
    await page.goto(routes.connections(world.cenId, world.transitRouterId))
    await page.getByRole('checkbox', { name: /^Select all \d+ found$/ }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).first().click()
    const drawer = page.getByRole('complementary', { name: 'Delete 2 attachments' })
    const row = (name: string) => drawer.getByRole('listitem').filter({ hasText: name })
    await expect(row('edge-site')).toContainText('Association with blue.')
    await expect(row('other-site')).toContainText(/Static routes .*10\.3\.8\.0\/22/)
    await expect(drawer).toContainText('The IPsec connections stay')
    const ok = drawer.getByRole('button', { name: 'OK, delete 2' })
    await expect(ok).toBeDisabled()
    await drawer.getByLabel('Type 2 to confirm.').fill('2')
    expect(await accessible(page)).toEqual([])
    await ok.click()
    await expect(drawer).toContainText('2 begun, 0 refused')
    await expect(drawer.getByRole('status').first()).toBeFocused()
    // The rows go, what became of them stays.
    for (const name of ['edge-site', 'other-site']) await expect(row(name)).toContainText('Done')
    await expect(page.getByText('No connections', { exact: true })).toBeVisible()
    expect(await readAttachment(world.attachmentId)).toBeUndefined()
    expect(await readAttachment(world.otherId)).toBeUndefined()
    await drawer.getByRole('button', { name: 'Close', exact: true }).last().click()
    // The button that opened it went with the rows.
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

    await page.goto(`${routes.ipsecConnectionsOf(REGION)}&q=${world.vpnId}`)
    await page.getByRole('checkbox', { name: 'Select all 1 found' }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).first().click()
    const connections = page.getByRole('complementary', { name: 'Delete 1 IPsec connection' })
    await connections.getByLabel('Type 1 to confirm.').fill('1')
    await connections.getByRole('button', { name: 'OK, delete 1' }).click()
    await expect(connections).toContainText('1 done, 0 refused')
    await expect(page.getByRole('table').getByText(world.vpnId)).toHaveCount(0)
  },
)
