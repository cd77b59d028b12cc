import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

import { choose, finish, group, send } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { call } from '@/e2e/fixtures/cloud'
import { shiftsOf, watchShifts } from '@/e2e/fixtures/shifts'
import { routes } from '@/lib/navigation/routes'

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

const table = (page: Page) => page.getByRole('table', { name: 'Audit' })

test('an operation is one row with its calls inside, told by names and in words', async ({
  page,
  context,
  baseURL,
  world,
}, { workerIndex }) => {
  const name = `grouped-${workerIndex}-${Date.now()}`
  await watchShifts(page)
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill(name)
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await page.getByRole('main').getByRole('button', { name: 'Add a reason' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('=CHG-4711, "first" site')
  await send(page)
  await finish(page)
  const [, attachmentId = ''] = /(tr-attach-\w+)/.exec(page.url()) ?? []

  await page.goto(`${routes.audit()}?q=${attachmentId}`)
  const rows = table(page).getByRole('row')
  await expect(rows).toHaveCount(2)
  const operation = rows.nth(1)
  await expect(operation).toContainText(`Attach an IPsec connection: ${name}`)
  await expect(operation).toContainText('Done')
  await expect(operation.getByRole('link', { name, exact: true }).first()).toHaveAttribute(
    'href',
    routes.attachment(world.cenId, world.transitRouterId, attachmentId),
  )
  await expect(operation.getByText(attachmentId, { exact: true })).toBeVisible()
  await expect(page.getByText('1 found')).toBeVisible()

  const widths = () =>
    table(page)
      .getByRole('columnheader')
      .evaluateAll((headings) => headings.map((heading) => heading.clientWidth))
  const before = await widths()
  await operation.focus()
  await page.keyboard.press('ArrowRight')
  const attach = rows.filter({ hasText: 'cen:CreateTransitRouterVpnAttachment' })
  await expect(attach).toContainText('Create attachment')
  await expect(attach).toContainText('Automatically Advertise Routes to VPN: On')
  await expect(attach).toContainText(`Attachment Name: ${name}`)
  await expect(attach.getByText(/^IPsec connection:/)).toBeVisible()
  const learn = rows.filter({ hasText: 'EnableTransitRouterRouteTablePropagation' })
  await expect(learn).toContainText(/Route learning: .*vtb-/)
  // What a row comes to say moves no column.
  expect(await widths()).toEqual(before)
  await expect(page).toHaveURL(/[?&]open=/)
  expect(await accessible(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(2)).toBeFocused()

  // Names come after ids, and move nothing.
  let tellNames = () => {}
  const told = new Promise<void>((resolve) => {
    tellNames = resolve
  })
  await page.route('**/api/objects?*', async (route) => {
    await told
    await route.continue()
  })
  await page.reload()
  await expect(attach).toBeVisible()
  await expect(learn).toContainText('Route table')
  await expect(operation.getByRole('link', { name, exact: true })).toHaveCount(0)
  await shiftsOf(page)
  tellNames()
  await expect(operation.getByRole('link', { name, exact: true }).first()).toBeVisible()
  expect((await shiftsOf(page)).shifts).toEqual([])
  await page.unroute('**/api/objects?*')
  await operation.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(rows).toHaveCount(2)

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const stream = await (await saved).createReadStream()
  let csv = ''
  for await (const part of stream) csv += String(part)
  const lines = csv.split('\r\n').filter((line) => line.includes(attachmentId))
  // The call that made it, and those that bound it: a line each, as they were written.
  expect(lines.length).toBeGreaterThanOrEqual(3)
  expect(csv).toContain('cen:CreateTransitRouterVpnAttachment')
  // Also the columns that are hidden; what a reason holds ends no cell and begins no formula.
  const [headings = ''] = csv.split('\r\n')
  const at = headings.split(',').indexOf('"Reason"')
  expect(at).toBeGreaterThan(0)
  for (const line of lines) expect(line.split(/,(?=")/)[at]).toBe('"\'=CHG-4711, ""first"" site"')

  await operation.getByRole('link', { name: new RegExp(`: ${name}$`) }).click()
  await expect(page).toHaveTitle(new RegExp(`^Attach an IPsec connection: ${name}`))
  const calls = page.getByRole('table', { name: 'Calls' })
  await expect(calls).toContainText('Automatically Advertise Routes to VPN: On')
  await expect(
    page.getByRole('main').getByRole('link', { name, exact: true }).first(),
  ).toBeVisible()
  expect(await accessible(page)).toEqual([])

  await context.addCookies([{ name: 'locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.goto(`${routes.audit()}?q=${encodeURIComponent(`${attachmentId} 创建连接`)}`)
  const chinese = page.getByRole('table', { name: '审计' }).getByRole('row')
  await expect(chinese).toHaveCount(2)
  await page.getByRole('button', { name: /的调用$/ }).click()
  await expect(chinese.filter({ hasText: '创建连接' }).first()).toBeVisible()
  await expect(chinese.filter({ hasText: '开启路由学习' })).toContainText('路由学习')
  expect(await accessible(page)).toEqual([])
})

test('a search finds what the page says in words, and an object that is gone keeps its last name', async ({
  page,
}, { workerIndex }) => {
  const name = `gone-${workerIndex}-${Date.now()}`
  await page.goto(`${routes.customerGateways()}?region=eu-central-1`)
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await drawer
    .getByRole('textbox', { name: 'IP Address' })
    .fill(`9.8.${workerIndex % 200}.${1 + (Date.now() % 250)}`)
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  await expect(page.getByText(`Customer gateway ${name} was created.`)).toBeVisible()
  await page.goto(`${routes.customerGateways()}?region=eu-central-1&q=${name}`)
  const id = await page
    .getByRole('row')
    .filter({ hasText: name })
    .getByText(/^cgw-\w+$/)
    .innerText()
  await call('vpc', 'DeleteCustomerGateway', { RegionId: 'eu-central-1', CustomerGatewayId: id })
  await page.goto(
    `${routes.audit()}?q=${encodeURIComponent(`change:${name} "create customer gateway"`)}`,
  )
  const row = table(page).getByRole('row').nth(1)
  await expect(row).toContainText('Create customer gateway')
  await expect(row).toContainText(`Name: ${name}`)
  await expect(row.getByRole('link', { name })).toBeVisible()
  await expect(row.getByText(id)).toBeVisible()

  // Who reads the audit meanwhile is told of newer lines, and nothing moves under them.
  const reader = await page.context().newPage()
  await watchShifts(reader)
  await reader.clock.install()
  await reader.goto(routes.audit())
  const rows = table(reader).getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  await reader.waitForLoadState('networkidle')
  const { length } = await rows.all()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  await saved
  await reader.bringToFront()
  await shiftsOf(reader)
  await reader.clock.fastForward(31_000)
  const newer = reader.getByRole('button', { name: /^Show \d+ newer lines?$/ })
  await expect(newer).toBeVisible()
  await expect(rows).toHaveCount(length)
  // The words of when it was read end where they ended.
  expect((await shiftsOf(reader)).score).toBeLessThan(0.001)
  await newer.click()
  await expect(newer).toBeHidden()
})
