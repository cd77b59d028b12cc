import { expect, type Page } from '@playwright/test'

import { advertisedTo, steer } from '@/e2e/fixtures/cloud'
import { addRoute, attach, tableOf, test } from '@/e2e/fixtures/routed-world'

async function choose(page: Page, table: string) {
  await page.getByRole('button', { name: 'Modify associated route table' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modify route table' })
  await dialog.getByRole('combobox', { name: 'New route table' }).click()
  await page.getByRole('option', { name: table }).click()
  return dialog
}

test('says what is lost, asks for the name, changes the table and takes it back', async ({
  page,
  routed,
}) => {
  await page.goto(routed.panel)
  const dialog = await choose(page, 'green')
  await expect(dialog.getByText('Route synchronisation is on, but BGP is down.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^2\s*prefixes lost$/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^2\s*gained$/ })).toBeVisible()
  await expect(dialog.getByRole('row', { name: '10.1.0.0/16' })).toContainText('no route')
  await expect(dialog.getByRole('row', { name: '10.2.0.0/16' })).toContainText('black hole')
  await expect(dialog.getByRole('row', { name: '10.3.8.0/22' })).toContainText('by 10.3.0.0/16')
  await expect(dialog.getByRole('row').nth(1)).toContainText('lost')

  const ok = dialog.getByRole('button', { name: 'OK', exact: true })
  await expect(ok).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(/Type edge-site/).fill('edge-site')
  await ok.click()
  await expect(page.getByText('The attachment forwards by green now.')).toBeVisible()
  expect(await tableOf(routed.attachmentId)).toBe(routed.green)

  // The way back is there for whoever looks later, too.
  await page.reload()
  await page.getByRole('button', { name: 'Undo: back to blue' }).click()
  const undo = page.getByRole('dialog', { name: 'Modify route table' })
  await expect(undo.getByRole('combobox', { name: 'New route table' })).toContainText('blue')
  await expect(undo.getByRole('button', { name: /^2\s*prefixes lost$/ })).toBeVisible()
  // The preview is in the address: whoever gets the link sees it.
  await page.reload()
  await expect(undo.getByRole('row', { name: '10.9.0.0/16' })).toContainText('lost')
  await undo.getByLabel(/Type edge-site/).fill('edge-site')
  await undo.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('The attachment forwards by blue now.')).toBeVisible()
  expect(await tableOf(routed.attachmentId)).toBe(routed.blue)

  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.reload()
  await expect(page.getByRole('link', { name: 'blue' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeHidden()
})

test('shows the new difference instead of acting when a table changed meanwhile', async ({
  page,
  routed,
}) => {
  await page.goto(routed.panel)
  const dialog = await choose(page, 'green')
  await dialog.getByLabel(/Type edge-site/).fill(routed.attachmentId)
  await expect(dialog.getByRole('button', { name: 'OK', exact: true })).not.toHaveAttribute(
    'aria-disabled',
  )
  await addRoute(routed.blue, '10.4.0.0/16', routed.otherId)
  await dialog.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(dialog.getByText('The tables changed since you looked.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^3\s*prefixes lost$/ })).toBeVisible()
  await expect(dialog.getByRole('row', { name: '10.4.0.0/16' })).toBeVisible()
  await expect(dialog.getByLabel(/Type edge-site/)).toHaveValue('')
  expect(await tableOf(routed.attachmentId)).toBe(routed.blue)
})

test('the difference is filtered by fate and by text', async ({ page, routed }) => {
  await page.goto(routed.panel)
  const dialog = await choose(page, 'green')
  await dialog.getByRole('button', { name: /gained$/ }).click()
  await expect(dialog.getByRole('row', { name: '10.9.0.0/16' })).toBeVisible()
  await expect(dialog.getByRole('row', { name: '10.1.0.0/16' })).toBeHidden()
})

test('what the preview withdraws and advertises is what the router tells the peer', async ({
  page,
  routed,
}) => {
  await steer(`connections/${routed.vpnId}`, {
    tunnels: [{ index: 1, status: 'ipsec_sa_established', bgp: 'success' }],
  })
  // A black hole is advertised; what lies behind another VPN attachment is not.
  for (const prefix of ['10.50.0.0/16', '10.51.0.0/16']) await addRoute(routed.blue, prefix)
  const before = await advertisedTo(routed.attachmentId)
  expect(before.toSorted()).toEqual(['10.50.0.0/16', '10.51.0.0/16'])

  await page.goto(routed.panel)
  const dialog = await choose(page, 'green')
  await expect(dialog).toContainText(
    'The 2 routes advertised to the data centre are withdrawn, then the 1 route of green is advertised.',
  )
  await dialog.getByLabel(/Type edge-site/).fill('edge-site')
  await dialog.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('The attachment forwards by green now.')).toBeVisible()
  expect(await advertisedTo(routed.attachmentId)).toEqual(['10.2.0.0/16'])
})

test('the preview tells the whole way: what catches, what a policy keeps back, and the way back', async ({
  page,
  routed,
}) => {
  await steer(`connections/${routed.vpnId}`, {
    tunnels: [
      {
        index: 1,
        status: 'ipsec_sa_established',
        bgp: 'success',
        learned: [{ cidr: '192.168.77.0/24' }],
      },
    ],
  })
  const { attachmentId: third } = await attach(
    { ...routed, gateway: routed.secondGateway },
    'third-site',
    '169.254.22',
  )
  // Now by a route of its own, after by one for everything, to somewhere else.
  await addRoute(routed.green, '0.0.0.0/0', third)
  await page.goto(routed.panel)
  const dialog = await choose(page, 'green')
  await expect(dialog.getByText(/its own route and follows a more general one/)).toBeVisible()
  const caught = dialog.getByRole('row', { name: '10.1.0.0/16' })
  await expect(caught).toContainText('by 0.0.0.0/0')
  await expect(caught).toContainText('caught')
  // The policy that the system adds keeps the routes of VPN attachments from one another.
  const gained = dialog.getByRole('row', { name: '10.9.0.0/16' })
  await expect(gained).toContainText('kept back by policy 5000')
  await expect(dialog.getByText(/but the data centre is not told of/)).toBeVisible()
  // The other site forwards by no table, so nothing comes back from there.
  await expect(gained).toContainText('no way back')
  await expect(dialog.getByText(/no full way back to the data centre/)).toBeVisible()
})
