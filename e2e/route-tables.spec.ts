import { expect } from '@playwright/test'

import { fault, steer } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

test('creates a table, gives it a static route, an association and a propagation, and empties it again', async ({
  page,
  routed,
}) => {
  const { cenId, transitRouterId } = routed
  await page.goto(routes.routeTables(cenId, transitRouterId))
  await expect(page.getByRole('heading', { name: 'system' })).toBeVisible()
  await page.getByRole('button', { name: 'Create route table' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('red')
  await page.getByRole('button', { name: 'OK, create route table' }).click()
  await expect(page.getByRole('heading', { name: 'red' })).toBeVisible()

  await page.getByRole('button', { name: 'Add static route' }).first().click()
  await page.getByRole('textbox', { name: 'Destination CIDR Block' }).fill('10.77.0.0/16')
  await page.getByRole('radio', { name: 'Black hole' }).check()
  await page.getByRole('button', { name: 'OK, add static route' }).click()
  await expect(page.getByRole('row', { name: '10.77.0.0/16' })).toContainText('Active')

  await page.getByRole('link', { name: /^Route learning/ }).click()
  await page.getByRole('button', { name: 'Enable route learning' }).first().click()
  await page.getByRole('combobox', { name: 'Attachment' }).click()
  await page.getByRole('option', { name: /edge-site/ }).click()
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByRole('row', { name: /edge-site/ })).toContainText('Active')

  await page.getByRole('link', { name: /^Associations/ }).click()
  await page.getByRole('button', { name: 'Create association' }).first().click()
  await page.getByRole('combobox', { name: 'Attachment' }).click()
  await expect(page.getByRole('option', { name: /edge-site/ })).toContainText(
    'Associated with blue',
  )
  await page.getByRole('option', { name: /other-site/ }).click()
  await fault({
    fault: 'reset',
    when: 'after',
    actions: ['AssociateTransitRouterAttachmentWithRouteTable'],
    match: { TransitRouterAttachmentId: routed.otherId },
    count: 1,
  })
  const ok = page.getByRole('button', { name: 'OK', exact: true })
  await ok.click()
  // It was done, though its answer was lost: the second press finds that.
  await expect(page.getByText('did not answer clearly').first()).toBeVisible()
  await ok.click()
  await expect(ok).toBeHidden()
  await expect(page.getByRole('row', { name: /other-site/ })).toContainText('Active')

  await page.getByRole('button', { name: 'Dissociate other-site' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dissociate other-site from red' })
  await expect(dialog).toContainText('forwards nothing')
  await dialog.getByRole('textbox').fill('other-site')
  await dialog.getByRole('button', { name: 'Dissociate' }).click()
  await expect(page.getByText('No associations')).toBeVisible()
})

test('ten thousand entries are filtered as fast as they are typed', async ({ page, routed }) => {
  const { cenId, transitRouterId, green } = routed
  await steer(`route-tables/${green}/routes`, { count: 10_000 })
  await page.goto(routes.routeTable(cenId, transitRouterId, green))
  await expect(page.getByText('10,003 in all')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeLessThan(100)
  await page.getByRole('searchbox').fill('10.9.0.0/16')
  await expect(page.getByText('1 of 10,003')).toBeVisible()
  await expect(page.getByRole('row', { name: '10.9.0.0/16' })).toBeVisible()
})

test('explains the routing policy of priority 5000', async ({ page, routed }) => {
  await page.goto(routes.routingPolicies(routed.cenId, routed.transitRouterId))
  await expect(page.getByText('The policy of priority 5000 is automatic.')).toBeVisible()
  await expect(page.getByRole('row', { name: '5000' }).first()).toContainText('Reject')
})

test('a route table that does not exist says so', async ({ page, routed }) => {
  await page.goto(routes.routeTable(routed.cenId, routed.transitRouterId, 'vtb-nothing'))
  await expect(page.getByText('No such route table')).toBeVisible()
})
