import { expect, type Page, type TestInfo } from '@playwright/test'

import { choose, finish, group, send } from '@/e2e/fixtures/attach-page'
import { readAttachment, tableOf, test } from '@/e2e/fixtures/routed-world'
import { shiftsOf, watchShifts } from '@/e2e/fixtures/shifts'
import { routes } from '@/lib/navigation/routes'

/** What may move while something is under way: as little as while a page loads. */
const MOST = 0.01

/** Opens a page of its own on which nothing is pressed: it only sees what others do. */
async function bystander(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage()
  await other.setViewportSize({ width: 1280, height: 720 })
  await watchShifts(other)
  await other.goto(path)
  await other.waitForLoadState('networkidle')
  await shiftsOf(other)
  return other
}

async function expectStill(pages: Record<string, Page>, info: TestInfo): Promise<void> {
  for (const [name, page] of Object.entries(pages)) {
    const { score, shifts } = await shiftsOf(page)
    await info.attach(name, { body: String(score), contentType: 'text/plain' })
    expect({ name, shifts: score > MOST ? shifts : [] }).toEqual({ name, shifts: [] })
  }
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await watchShifts(page)
})

test('nothing jumps while a connection is created, beside its form and in the lists', async ({
  page,
  world,
}, info) => {
  const list = await bystander(page, routes.connections(world.cenId, world.transitRouterId))
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('still')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await page.waitForLoadState('networkidle')
  await shiftsOf(page)
  await send(page)
  await finish(page)
  await list.bringToFront()
  await expect(list.getByRole('row').filter({ hasText: 'still' })).toContainText('Attached')
  await expectStill({ form: page, list }, info)
})

test('nothing jumps while the route table of an attachment is changed', async ({
  page,
  routed,
}, info) => {
  await page.goto(routed.panel)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Modify associated route table' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modify route table' })
  await dialog.getByRole('combobox', { name: 'New route table' }).click()
  await page.getByRole('option', { name: 'green' }).click()
  await dialog.getByLabel(/Type edge-site/).fill('edge-site')
  await shiftsOf(page)
  await dialog.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('The attachment forwards by green now.')).toBeVisible()
  expect(await tableOf(routed.attachmentId)).toBe(routed.green)
  await expectStill({ panel: page }, info)
})

test('nothing jumps while an attachment is deleted with its connection, in its panel and in the list under it', async ({
  page,
  routed,
}, info) => {
  await page.goto(routed.panel)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Delete attachment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete edge-site' })
  await dialog.getByRole('checkbox').check()
  await dialog.getByLabel(/Type edge-site/).fill('edge-site')
  await shiftsOf(page)
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  // The list keeps its row while its panel is open.
  const row = page.getByRole('row').filter({ hasText: 'edge-site' })
  await expect(row).toContainText('Deleted')
  await expect(page.getByText('Done:').first()).toBeVisible()
  expect(await readAttachment(routed.attachmentId)).toBeUndefined()
  await expectStill({ panel: page }, info)
})
