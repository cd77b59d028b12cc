import { expect, type Page } from '@playwright/test'

import { finish, group, send } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { fault } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

const MAIN = '1000000000000001'
const PARTNER = '1000000000000002'

/** Chooses whose credentials the console uses, in the top bar. */
async function actAs(page: Page, account: string): Promise<void> {
  await page.goto(routes.instances())
  await page.getByRole('button', { name: /^Account \d+/ }).click()
  await page.getByRole('menu').getByText(account).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Account ${account}`) })).toBeVisible()
}

test('a connection goes from its owner to the CEN instance of another account', async ({
  page,
  world,
}, { workerIndex }) => {
  const name = `lent-${world.gateway.name}`
  const id = await newConnection(workerIndex, { name }, 'partner')
  const grants = routes.ipsecConnectionTab(REGION, id, 'grants')
  const given = page.getByRole('table', { name: 'Cross-account grants' })

  await actAs(page, PARTNER)
  await page.goto(grants)
  await page.getByRole('button', { name: 'Grant to CEN instance' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Grant to CEN instance' })
  const account = drawer.getByRole('textbox', { name: 'Account ID' })
  const cen = drawer.getByRole('textbox', { name: 'CEN Instance ID' })
  const ok = drawer.getByRole('button', { name: 'OK, grant to CEN instance' })
  await account.fill('12345')
  await cen.fill('tr-123')
  await ok.click()
  await expect(drawer).toContainText('An account id is 16 digits')
  await expect(drawer).toContainText('tr-123 is not the id of a CEN instance')
  await account.fill(PARTNER)
  await cen.fill(world.cenId)
  await cen.press('Tab')
  await expect(drawer).not.toContainText('is not the id of a CEN instance')
  // What stands above the button may grow or shrink while it is pressed.
  await ok.hover()
  await page.mouse.down()
  await drawer.evaluate((panel) => (panel.style.paddingTop = '200px'))
  await page.mouse.up()
  await expect(drawer).toContainText('This is your own account.')
  // The account that the console works for too is one press.
  await drawer.getByRole('button', { name: MAIN }).click()
  await expect(account).toHaveValue(MAIN)
  await ok.click()
  const row = given.getByRole('row', { name: new RegExp(world.cenId) })
  await expect(row).toContainText('CEN owner')
  await row.getByRole('button', { name: 'Change payer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Change payer' }).click()
  await expect(row).toContainText('Connection owner')

  await actAs(page, MAIN)
  await page.goto(routes.cenGrants(world.cenId))
  const received = page.getByRole('table', { name: 'Granted connections' })
  const offer = received.getByRole('row', { name: new RegExp(id) })
  await expect(offer).toContainText(PARTNER)
  await expect(offer).toContainText('Connection owner')
  await offer.getByRole('link', { name: 'Attach' }).click()
  const basic = group(page, 'Basic settings')
  await expect(basic.getByRole('radio', { name: 'Different Account' })).toBeChecked()
  await expect(basic.getByRole('textbox', { name: 'Account ID' })).toHaveValue(PARTNER)
  await expect(basic.getByRole('radio', { name: new RegExp(id) })).toBeChecked()
  await send(page)
  await finish(page)
  await page.goto(routes.cenGrants(world.cenId))
  await expect(offer.getByRole('link', { name: 'Attached' })).toBeVisible()

  await actAs(page, PARTNER)
  await page.goto(grants)
  await expect(page.getByRole('main')).toContainText('It is attached to')
  const revoke = row.getByRole('button', { name: 'Revoke' })
  await expect(revoke).toHaveAttribute('aria-disabled', 'true')
  await expect(revoke).toHaveAttribute('title', /attachment has to be deleted first/)
  // The account that lends it cannot delete it either, and is told who can.
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('belongs to another account')
})

test('a grant can be taken back while nothing is attached', async ({ page, world }, {
  workerIndex,
}) => {
  const id = await newConnection(workerIndex, { name: `back-${world.gateway.name}` }, 'partner')
  await actAs(page, PARTNER)
  await page.goto(routes.ipsecConnectionTab(REGION, id, 'grants'))
  await page.getByRole('button', { name: 'Grant to CEN instance' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Grant to CEN instance' })
  await drawer.getByRole('textbox', { name: 'Account ID' }).fill(MAIN)
  await drawer.getByRole('textbox', { name: 'CEN Instance ID' }).fill(world.cenId)
  await drawer.getByRole('radio', { name: 'Connection owner' }).check()
  const ok = drawer.getByRole('button', { name: 'OK, grant to CEN instance' })
  // Neither takes a token: pressed again after a lost answer, each finds that it is done.
  const lost = { fault: 'reset', when: 'after', match: { InstanceId: id }, count: 1 }
  await fault({ ...lost, actions: ['GrantInstanceToTransitRouter'] })
  await ok.click()
  await expect(drawer.getByText('did not answer clearly')).toBeVisible()
  await ok.click()
  const given = page.getByRole('table', { name: 'Cross-account grants' })
  await given.getByRole('button', { name: 'Revoke' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke the grant' })
  await expect(dialog).toContainText(world.cenId)
  await fault({ ...lost, actions: ['RevokeInstanceFromTransitRouter'] })
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await expect(dialog.getByText('did not answer clearly')).toBeVisible()
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('main')).toContainText('Not granted to any other account')
})
