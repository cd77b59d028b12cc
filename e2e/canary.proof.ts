import { expect } from '@playwright/test'

import { choose, finish, group, send } from '@/e2e/fixtures/attach-page'
import { readBack, test } from '@/e2e/fixtures/attach-world'
import { fault } from '@/e2e/fixtures/cloud'
import { stored } from '@/e2e/fixtures/watched'
import { CANARY, containsCanary } from '@/lib/db/test/canary'
import { routes } from '@/lib/navigation/routes'

test('a pre-shared key goes to the cloud and nowhere else, also when the cloud refuses it', async ({
  page,
  world,
}) => {
  const ATTACH = 'CreateVpnAttachment'
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('canary-line')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await basic.getByLabel('Pre-Shared Key', { exact: true }).fill(CANARY)
  await page.keyboard.press('Tab')
  expect(containsCanary(await stored(page.context()))).toBe(false)

  // The first answer quotes what was sent, and the second one refuses it.
  const match = { Name: 'canary-line' }
  await fault({ fault: 'error', actions: [ATTACH], match, count: 1, message: CANARY })
  await fault({ fault: 'denied', actions: [ATTACH], match, skip: 1, count: 1 })
  await send(page)
  const main = page.getByRole('main')
  // Nothing exists, so the form comes back by itself.
  await expect(main.getByRole('alert').filter({ hasText: 'Alibaba Cloud refused' })).toBeVisible()
  await send(page)
  await finish(page)

  const { attachment, connection } = await readBack(world)
  expect(JSON.stringify(connection)).toContain(JSON.stringify(CANARY).slice(1, -1))
  const attachmentId = String(attachment['TransitRouterAttachmentId'])
  const vpnId = String(attachment['VpnId'])
  await page.goto(routes.operations())
  await page.getByRole('link', { name: 'canary-line' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('canary-line')
  for (const path of [
    routes.attachment(world.cenId, world.transitRouterId, attachmentId),
    routes.attachmentTab(world.cenId, world.transitRouterId, attachmentId, 'ipsec-connection'),
    routes.ipsecConnection('eu-central-1', vpnId),
    `${routes.audit()}?q=${vpnId}`,
  ]) {
    await page.goto(path)
    await expect(main.getByText(vpnId).first()).toBeVisible()
  }
  expect(containsCanary(await main.innerText())).toBe(false)
})
