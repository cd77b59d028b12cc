import { expect, type Page } from '@playwright/test'

import { choose, group, send } from '@/e2e/fixtures/attach-page'
import { type AttachWorld, test } from '@/e2e/fixtures/attach-world'
import { call, fault, items } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

const ATTACH = 'CreateTransitRouterVpnAttachment'

/** Sends the form with a name of its own and opens the operation that it begins. */
async function begin(page: Page, world: AttachWorld, name: string): Promise<void> {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill(name)
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await send(page)
  await page.getByRole('link', { name: 'Open the operation' }).click()
  await expect(page).toHaveURL(/\/operations\/[0-9a-f-]{36}$/)
}

const step = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const notices = (page: Page) => page.getByRole('region', { name: 'Notifications' })

test('a refused step waits for a decision wherever one looks, and a roll back leaves nothing', async ({
  page,
  world,
}) => {
  await fault({
    fault: 'denied',
    actions: [ATTACH],
    match: { TransitRouterId: world.transitRouterId },
  })
  await begin(page, world, 'refused-line')
  const main = page.getByRole('main')
  await expect(main.getByText('Needs a decision')).toBeVisible()
  const refused = step(page, 'Attach it to the transit router')
  await expect(refused).toContainText('Forbidden.RAM')
  await expect(refused).toContainText('Request ID')

  const notice = notices(page).getByText('Attach an IPsec connection: refused-line')
  await expect(notice).toBeVisible()
  await page.reload()
  await expect(main.getByText('Needs a decision')).toBeVisible()
  await expect(notice).toBeVisible()
  // Other tests' operations have notices of their own.
  const shell = notice.locator('xpath=ancestor::*[.//button[@aria-label="Close"]][1]')
  await shell.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(refused).toBeVisible()
  await expect(notice).toBeHidden()

  await main.getByRole('button', { name: 'Roll back' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Removes what this operation made')
  const connectionId = await dialog.getByText(/^vco-\w+$/).innerText()
  await dialog.getByRole('button', { name: 'Roll back' }).click()
  await expect(main.getByText('Rolled back')).toBeVisible()
  const left = await call('vpc', 'DescribeVpnConnections', {
    RegionId: 'eu-central-1',
    VpnConnectionId: connectionId,
  })
  expect(items(left, 'VpnConnections.VpnConnection')).toEqual([])

  await page.getByRole('link', { name: 'Open its audit' }).click()
  const audit = page.getByRole('table', { name: 'Audit' })
  await expect(audit.getByRole('row').filter({ hasText: `cen:${ATTACH}` })).toContainText('Refused')
  for (const action of ['vpc:CreateVpnAttachment', 'vpc:DeleteVpnAttachment'])
    await expect(audit.getByRole('row').filter({ hasText: action })).toContainText(connectionId)
  await expect(audit.getByRole('row').filter({ hasText: 'console:roll-back' })).toHaveCount(1)
  await page.goto(`${routes.audit()}?q=${connectionId}`)
  await page.getByRole('button', { name: /^Calls of .*refused-line$/ }).click()
  await expect(audit.getByRole('row').filter({ hasText: 'vpc:CreateVpnAttachment' })).toHaveCount(1)
})

test('goes on where it stopped when the cause is gone', async ({ page, world }) => {
  const match = { TransitRouterId: world.transitRouterId }
  await fault({ fault: 'denied', actions: [ATTACH], match, count: 1 })
  await begin(page, world, 'second-try')
  await page.getByRole('main').getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('second-try')
  await expect(step(page, 'Attach it to the transit router')).toContainText('Done')
  await expect(step(page, 'Advertise system routes')).toContainText('Done')
  await expect(step(page, 'Advertise system routes')).toContainText('Request ID')
  await expect(notices(page)).toContainText('second-try. Done')
})

/** Holds what the open page knows of an operation until it is as wanted in truth, and lets it look again then. */
async function behindThePage(page: Page, isAsWanted: (state: string) => boolean): Promise<void> {
  const api = '**/api/operations/one?*'
  await page.route(api, (route) => route.abort())
  const url = `/api/operations/one?operationId=${page.url().split('/').at(-1)}`
  await expect
    .poll(async () => {
      const answer = (await (await page.request.get(url)).json()) as { state: string }
      return isAsWanted(answer.state)
    })
    .toBe(true)
  await page.unroute(api)
}

test('a roll back pressed while the page still shows it running counts, although it asks by now', async ({
  page,
  world,
}) => {
  const match = { TransitRouterId: world.transitRouterId }
  await fault({ fault: 'delay', ms: 5000, actions: [ATTACH], match, count: 1 })
  await fault({ fault: 'denied', actions: [ATTACH], match, count: 1 })
  await begin(page, world, 'pressed-late')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Roll back' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Roll back' })
  await behindThePage(page, (state) => state === 'needs-decision')
  await confirm.click()
  await expect(main.getByText('Rolled back')).toBeVisible()
  await expect(dialog).toBeHidden()
})

test('a decision that comes too late says so and shows the new state', async ({ page, world }) => {
  const match = { TransitRouterId: world.transitRouterId }
  await fault({ fault: 'delay', ms: 5000, actions: [ATTACH], match, count: 1 })
  await begin(page, world, 'pressed-too-late')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Stop and keep' }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Stop and keep' })
  await behindThePage(page, (state) => state === 'done')
  await confirm.click()
  await expect(main.getByText('This decision came too late')).toBeVisible()
  await expect(step(page, 'Advertise system routes')).toContainText('Done')
})

test('goes on without the page, and shows on the row of the list meanwhile', async ({
  page,
  world,
}) => {
  const match = { TransitRouterId: world.transitRouterId }
  await fault({ fault: 'slow', actions: [ATTACH], match, factor: 40, count: 1 })
  await begin(page, world, 'slow-line')
  const waiting = step(page, 'Wait until it is attached')
  await expect(waiting).toContainText('Waiting for Alibaba Cloud')
  await page.reload()
  await expect(waiting).toContainText('Waiting for Alibaba Cloud')
  const deepLink = page.url()

  await page.goto(routes.connections(world.cenId, world.transitRouterId))
  await page.getByRole('link', { name: 'Operation running' }).click()
  await expect(page).toHaveURL(deepLink)
  await expect(page.getByRole('main')).toContainText('Done')
  await page.goto(routes.operations())
  const link = page.locator(`a[href="${new URL(deepLink).pathname}"]`)
  const row = page.getByRole('row').filter({ has: link })
  await expect(row.getByRole('link', { name: /^tr-attach-/ })).toBeVisible()
})

test('an operation nobody began is no page', async ({ page }) => {
  for (const id of ['00000000-0000-4000-8000-000000000000', 'nonsense']) {
    const answer = await page.goto(routes.operation(id))
    expect(answer?.status()).toBe(404)
  }
})

test('a single change is in the audit with what it changed', async ({ page, world }) => {
  await page.goto('/cen')
  await page.getByRole('button', { name: 'Create CEN instance' }).click()
  const panel = page.getByRole('complementary', { name: 'Create CEN instance' })
  const name = `audited-${world.gateway.asn}`
  await panel.getByRole('textbox', { name: 'Name' }).fill(name)
  await panel.getByRole('button', { name: 'OK, create CEN instance' }).click()
  await expect(panel).toBeHidden()
  await page.goto(`${routes.audit()}?q=${name}`)
  const row = page.getByRole('row').filter({ hasText: 'cen:CreateCen' })
  await expect(row).toContainText('Accepted')
  await expect(row).toContainText(/cen-\w+/)
  await expect(row).toContainText(`Name: ${name}`)
})
