import { expect } from '@playwright/test'

import { call, fault, until } from '@/e2e/fixtures/cloud'
import { readAttachment, test } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

test('shows the attachment, and changes its name where it stands', async ({ page, routed }) => {
  await page.goto(routed.panel)
  const panel = page.getByRole('complementary', { name: 'edge-site' })
  await expect(panel.getByRole('link', { name: 'blue' })).toBeVisible()
  await expect(panel.getByRole('switch', { name: 'Route synchronisation' })).toBeChecked()
  await panel.getByRole('button', { name: 'Edit Name' }).click()
  await panel.getByRole('textbox', { name: 'Name' }).fill('edge-renamed')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'edge-renamed' })).toBeVisible()
  expect((await readAttachment(routed.attachmentId))?.['TransitRouterAttachmentName']).toBe(
    'edge-renamed',
  )
  await page.goto(`${routes.audit()}?q=${routed.attachmentId}`)
  await expect(page.getByRole('row').filter({ hasText: 'edge-renamed' })).toContainText(
    'Attachment Name: edge-site → becomes edge-renamed',
  )
})

test('does not overwrite what somebody else wrote meanwhile', async ({ page, routed }) => {
  await page.goto(routed.panel)
  const panel = page.getByRole('complementary', { name: 'edge-site' })
  await panel.getByRole('button', { name: 'Edit Description' }).click()
  await call('cen', 'UpdateTransitRouterVpnAttachmentAttribute', {
    TransitRouterAttachmentId: routed.attachmentId,
    TransitRouterAttachmentDescription: 'from elsewhere',
  })
  await panel.getByRole('textbox', { name: 'Description' }).fill('from here')
  await page.keyboard.press('Control+Enter')
  await expect(panel.getByText('It now reads: from elsewhere.')).toBeVisible()
  const { TransitRouterAttachmentDescription: kept } =
    (await readAttachment(routed.attachmentId)) ?? {}
  expect(kept).toBe('from elsewhere')
})

test('says what turning route synchronisation off withdraws before it does it', async ({
  page,
  routed,
}) => {
  await page.goto(routed.panel)
  await page.getByRole('switch', { name: 'Route synchronisation' }).click()
  const dialog = page.getByRole('dialog', { name: 'Turn off route synchronisation' })
  await expect(dialog).toContainText(/routes of blue that the data centre knows .* withdrawn/)
  await dialog.getByRole('button', { name: 'Turn off route synchronisation' }).click()
  await expect(page.getByRole('switch', { name: 'Route synchronisation' })).not.toBeChecked()
  expect((await readAttachment(routed.attachmentId))?.['AutoPublishRouteEnabled']).toBe(false)
  await page.goto(`${routes.audit()}?q=${routed.attachmentId}`)
  await expect(page.getByRole('row').filter({ hasText: 'Automatically Advertise' })).toContainText(
    'Automatically Advertise Routes to VPN: On → becomes Off',
  )
})

test('edits tags, and every tab has an address of its own', async ({ page, routed }) => {
  const { cenId, transitRouterId, attachmentId } = routed
  await page.goto(routes.attachmentTab(cenId, transitRouterId, attachmentId, 'tags'))
  await page.getByRole('button', { name: 'Edit tags' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Tag key 1' }).fill('site')
  await page.getByRole('textbox', { name: 'Tag value 1' }).fill('munich')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('The tags are saved.')).toBeVisible()
  await page.getByRole('link', { name: 'IPsec connection', exact: true }).click()
  await expect(page.getByText('Authentication Algorithm').first()).toBeVisible()
  await page.getByRole('link', { name: 'Routes', exact: true }).click()
  await expect(page.getByRole('row', { name: '10.1.0.0/16' })).toBeVisible()
})

for (const id of [
  'tr-attach-doesnotexist',
  // An encoded slash does not get past the gate: gate.spec.ts.
  '..etc',
  'tr-attach-%E2%80%AEabc',
  'x'.repeat(2000),
])
  test(`there is no attachment ${id.slice(0, 24)}, and the panel says so`, async ({
    page,
    routed,
  }) => {
    await page.goto(`${routes.connections(routed.cenId, routed.transitRouterId)}/${id}`)
    await expect(page.getByText('No such attachment')).toBeVisible()
    await page.getByRole('link', { name: 'Show all connections' }).click()
    await expect(page.getByText('No such attachment')).toBeHidden()
  })

test('an attachment that vanishes while its panel is open says so', async ({ page, routed }) => {
  await page.clock.install()
  await page.goto(routed.panel)
  await expect(page.getByRole('heading', { name: 'edge-site' })).toBeVisible()
  await call('cen', 'DeleteTransitRouterVpnAttachment', {
    TransitRouterAttachmentId: routed.attachmentId,
    Force: true,
  })
  await until(async () => (await readAttachment(routed.attachmentId)) === undefined)
  // What settles is read again every half minute.
  await page.clock.fastForward(31_000)
  await expect(page.getByText('The attachment is gone')).toBeVisible()
})

test('deletes the attachment in order, and its connection on request', async ({ page, routed }) => {
  await page.goto(routed.panel)
  await page.getByRole('button', { name: 'Delete attachment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete edge-site' })
  await expect(dialog.getByText('The association with blue.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /Delete the IPsec connection/ }).check()
  await dialog.getByRole('textbox').fill('edge-site')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('The attachment is deleted.')).toBeVisible()
  expect(await readAttachment(routed.attachmentId)).toBeUndefined()
  await expect(
    call('vpc', 'DescribeVpnConnection', {
      RegionId: 'eu-central-1',
      VpnConnectionId: routed.vpnId,
    }),
  ).rejects.toThrow('InvalidVpnConnectionInstanceId.NotFound')
})

test('tags that somebody else changed meanwhile are shown, not overwritten', async ({
  page,
  routed,
}) => {
  const { cenId, transitRouterId, attachmentId } = routed
  const tagged = (key: string, value: string) =>
    call('cen', 'TagResources', {
      RegionId: 'eu-central-1',
      ResourceType: 'TransitRouterVpnAttachment',
      'ResourceId.1': attachmentId,
      'Tag.1.Key': key,
      'Tag.1.Value': value,
    })
  await tagged('cen-vpn-console:operation', 'made-by-us')
  await page.goto(routes.attachmentTab(cenId, transitRouterId, attachmentId, 'tags'))
  // The mark of our operations is no tag of theirs.
  await expect(page.getByText('cen-vpn-console:operation')).toBeHidden()
  await page.getByRole('button', { name: 'Edit tags' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Tag key 1' }).fill('site')
  await tagged('owner', 'night-shift')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('Somebody changed the tags meanwhile.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('complementary').getByText('night-shift')).toBeVisible()
  expect((await readAttachment(attachmentId))?.['Tags']).toHaveLength(2)
})

test('a panel whose reads come late comes to life as the server sent it', async ({
  page,
  routed,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const { attachmentId } = routed
  const actions = ['ListTransitRouterRouteTableAssociations']
  const match = { TransitRouterAttachmentId: attachmentId }
  await fault({ fault: 'delay', ms: 800, actions, match, count: 1 })
  await page.goto(routed.panel)
  await expect(
    page.getByRole('complementary', { name: 'edge-site' }).getByRole('link', { name: 'blue' }),
  ).toBeVisible()
  expect(errors).toEqual([])
})
