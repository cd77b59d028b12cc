import { expect, type Page } from '@playwright/test'

import { group } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { routes } from '@/lib/navigation/routes'

const MISSING = 'A part of the page did not arrive'

/** From now on no script of the build arrives, as after an update or with the network gone. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  // What a page fetches ahead of a press is there by then.
  await page.waitForLoadState('networkidle')
  const scripts = /\/_next\/static\/.*\.js/
  await page.route(scripts, (route) => route.abort())
  return () => page.unroute(scripts)
}

test('fields that do not arrive say so in their place, and nothing that was typed is lost', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const name = page.getByRole('textbox', { name: 'Attachment Name' })
  await name.fill('kept-through-it-all')
  const bgp = group(page, 'BGP settings')
  const again = await withoutScripts(page)
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  const missing = bgp.getByRole('alert').filter({ hasText: MISSING })
  await expect(missing).toBeVisible()
  await expect(name).toHaveValue('kept-through-it-all')

  await missing.getByRole('button', { name: 'Retry' }).click()
  await expect(missing).toBeVisible()
  await again()
  await missing.getByRole('button', { name: 'Retry' }).click()
  await expect(bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' })).toBeVisible()
  await expect(missing).toBeHidden()
  await expect(name).toHaveValue('kept-through-it-all')
})

test('a drawer that does not arrive leaves its page as it is, and opens when it is tried again', async ({
  page,
}) => {
  await page.goto(`${routes.customerGateways()}?region=eu-central-1`)
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  const again = await withoutScripts(page)
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const missing = page.getByRole('alert').filter({ hasText: MISSING })
  await expect(missing).toBeVisible()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await again()
  await missing.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('complementary', { name: 'Create customer gateway' })).toBeVisible()
  await expect(missing).toBeHidden()
})
