import { expect, type Page } from '@playwright/test'

import { readAttachment, test } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

const REGION = 'eu-central-1'

/** What the page sends to change something, from now on. */
function sent(page: Page): () => number {
  let count = 0
  page.on('request', (request) => (count += request.headers()['next-action'] ? 1 : 0))
  return () => count
}

test('in every form beside a list Enter sends nothing, and Ctrl+Enter presses OK', async ({
  page,
  routed,
}) => {
  const { cenId, transitRouterId, blue, vpnId } = routed
  const forms = [
    [routes.instances(), 'Create CEN instance'],
    [routes.cen(cenId), 'Create transit router'],
    [routes.routeTables(cenId, transitRouterId), 'Create route table'],
    [routes.routeTable(cenId, transitRouterId, blue), 'Add static route'],
    [routes.cidrBlocks(cenId, transitRouterId), 'Add CIDR block'],
    [routes.customerGateways(), 'Create customer gateway'],
    [routes.ipsecConnectionTab(REGION, vpnId, 'routes'), 'Add route'],
  ] as const
  const count = sent(page)
  for (const [path, open] of forms) {
    await page.goto(path)
    await page.getByRole('button', { name: open, exact: true }).first().click()
    const form = page.locator('form')
    const field = form.getByRole('textbox').first()
    // No form takes it: what is wrong is said, and nothing is sent.
    await field.fill('x'.repeat(300))
    await field.press('Enter')
    await expect(field).toBeFocused()
    await field.press('Control+Enter')
    await expect(form.locator('[aria-invalid=true]').first()).toBeVisible()
  }
  expect(count()).toBe(0)
})

test('the editor of a connection opens its review by Ctrl+Enter, F6 and Alt with a number go through it', async ({
  page,
  routed,
}) => {
  await page.goto(routes.editIpsecConnection(REGION, routed.vpnId))
  const count = sent(page)
  await page.keyboard.press('Alt+2')
  await expect(
    page.getByRole('group', { name: 'Encryption settings' }).locator(':focus'),
  ).toHaveCount(1)
  await page.keyboard.press('F6')
  await expect(page.getByRole('group', { name: 'BGP settings' }).locator('h2 :focus')).toHaveCount(
    1,
  )
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('renamed-by-keys')
  await name.press('Enter')
  const review = page.getByRole('dialog')
  await expect(review).toBeHidden()
  await name.press('Control+Enter')
  // Warnings stand once before they are sent all the same.
  const warned = page.getByRole('status').filter({ hasText: 'OK sends the form all the same' })
  await expect(warned.or(review).first()).toBeVisible()
  if (await warned.isVisible()) await page.keyboard.press('Control+Enter')
  await expect(review).toBeVisible()
  const before = count()
  await page.keyboard.press('Control+Enter')
  await expect.poll(count).toBeGreaterThan(before)
})

test('a dialog that asks for a name does nothing by Enter, and what it asks by Ctrl+Enter', async ({
  page,
  routed,
}) => {
  await page.goto(routed.panel)
  await page.getByRole('button', { name: 'Delete attachment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete edge-site' })
  const typed = dialog.getByLabel(/Type edge-site/)
  const count = sent(page)
  await typed.fill('edge')
  await typed.press('Control+Enter')
  await typed.fill('edge-site')
  await typed.press('Enter')
  await expect(dialog).toBeVisible()
  expect(count()).toBe(0)
  const ok = dialog.getByRole('button', { name: 'Delete', exact: true })
  await expect(ok).not.toHaveAttribute('aria-disabled')
  await typed.press('Control+Enter')
  await expect.poll(() => readAttachment(routed.attachmentId)).toBeUndefined()
})
