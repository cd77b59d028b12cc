import { expect } from '@playwright/test'

import { choose, finish, group, open, pressOk, remark } from '@/e2e/fixtures/attach-page'
import { newGateway, test } from '@/e2e/fixtures/attach-world'
import { call, fault, items } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

test('OK pressed again after an unknown outcome finds what the first press made', async ({
  page,
}) => {
  const name = `again-${Date.now()}`
  await fault({
    fault: 'reset',
    when: 'after',
    actions: ['CreateCen'],
    match: { Name: name },
    count: 1,
  })
  // The account holds more than one page of them.
  await page.goto(`${routes.instances()}?q=${name}`)
  await page.getByRole('button', { name: 'Create CEN instance' }).click()
  const drawer = page.getByRole('complementary', { name: 'Create CEN instance' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill(name)
  const ok = drawer.getByRole('button', { name: 'OK, create CEN instance' })
  await ok.click()
  await expect(drawer.getByText('did not answer clearly')).toBeVisible()
  // The list behind is read again.
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
  await ok.click()
  await expect(page.getByText('The first press had made it already')).toBeVisible()
  await expect(drawer).toBeHidden()
  const cens = items(await call('cen', 'DescribeCens', { PageSize: 50 }), 'Cens.Cen')
  expect(cens.filter((cen) => cen['Name'] === name)).toHaveLength(1)
})

test('a change, its tags and a deletion whose answer was lost are found done when pressed again', async ({
  page,
}, { workerIndex }) => {
  const lost = (action: string, match: Record<string, string>) =>
    fault({ fault: 'reset', when: 'after', actions: [action], match, count: 1 })
  const { id: CustomerGatewayId, name, ip } = await newGateway(workerIndex)
  await page.goto(routes.customerGateway('eu-central-1', CustomerGatewayId))
  const row = page.getByRole('row').filter({ hasText: ip })

  await lost('ModifyCustomerGatewayAttribute', { CustomerGatewayId })
  await row.getByRole('button', { name: 'Edit Name' }).click()
  await row.getByRole('textbox', { name: 'Name' }).fill(`${name}-new`)
  await row.getByRole('button', { name: 'Save Name' }).click()
  await expect(row.getByText('did not answer clearly')).toBeVisible()
  await row.getByRole('button', { name: 'Save Name' }).click()
  await expect(row.getByRole('button', { name: 'Edit Name' })).toBeVisible()
  await expect(row.getByText(`${name}-new`)).toBeVisible()

  await lost('DeleteCustomerGateway', { CustomerGatewayId })
  await row.getByRole('button', { name: /^Delete/ }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${name}-new` })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog.getByText('did not answer clearly')).toBeVisible()
  await expect(row).toBeHidden()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`Customer gateway ${name}-new was deleted.`)).toBeVisible()

  const { CenId } = await call('cen', 'CreateCen', { Name: `tagged-${ip}` })
  await page.goto(routes.cen(String(CenId)))
  await lost('TagResources', { 'ResourceId.1': String(CenId) })
  await page.getByRole('button', { name: 'Edit tags' }).click()
  const drawer = page.getByRole('complementary', { name: 'Edit tags' })
  await drawer.getByRole('button', { name: 'Add tag' }).click()
  await drawer.getByRole('textbox', { name: 'Tag key 1' }).fill('rack')
  await drawer.getByRole('textbox', { name: 'Tag value 1' }).fill('b4')
  const ok = drawer.getByRole('button', { name: 'OK', exact: true })
  await ok.click()
  await expect(drawer.getByText('did not answer clearly')).toBeVisible()
  await ok.click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('main').getByText('b4')).toBeVisible()
})

test('other values after an unknown outcome are offered as another intent', async ({
  page,
  world,
}) => {
  const number = Number(world.gateway.asn) % 200
  const first = `9.9.${number}.1`
  await fault({
    fault: 'reset',
    when: 'after',
    actions: ['CreateCustomerGateway'],
    match: { IpAddress: first },
    count: 1,
  })
  await page.goto(`${routes.customerGateways()}?region=eu-central-1`)
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  const address = drawer.getByRole('textbox', { name: 'IP Address' })
  await address.fill(first)
  const ok = drawer.getByRole('button', { name: 'OK, create customer gateway' })
  await ok.click()
  await expect(drawer.getByText('did not answer clearly')).toBeVisible()
  await address.fill(`9.9.${number}.2`)
  await ok.click()
  await expect(drawer.getByText('Press OK again to make another one')).toBeVisible()
  await ok.click()
  await expect(drawer).toBeHidden()
})

test('an attachment whose beginning was not answered is begun once, and with other values another one', async ({
  page,
  context,
  world,
}) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  const name = basic.getByRole('textbox', { name: 'Attachment Name' })
  await name.fill('first')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  const encryption = await open(page, 'Encryption settings')
  await encryption.getByRole('button', { name: 'Use the strong set' }).click()
  // The action gets there, its answer does not come back.
  await context.route(world.path, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await pressOk(page)
  await expect(page.getByText('The console did not answer')).toBeVisible()
  await context.unroute(world.path)
  await name.fill('second')
  await pressOk(page)
  await expect(page.getByText('Press OK again to make another one')).toBeVisible()
  await name.fill('first')
  await pressOk(page)
  await finish(page)
  const place = { CenId: world.cenId, RegionId: 'eu-central-1' }
  const list = await call('cen', 'ListTransitRouterVpnAttachments', place)
  expect(items(list, 'TransitRouterAttachments')).toMatchObject([
    { TransitRouterAttachmentName: 'first' },
  ])
})

test('a single write that the cloud is too busy for is sent again', async ({ page }) => {
  const name = `busy-${Date.now()}`
  for (const code of ['Throttling', 'OperationConflict'])
    await fault({
      fault: 'error',
      status: 400,
      code,
      actions: ['CreateCen'],
      match: { Name: name },
      count: 1,
    })
  // The account holds more than one page of them.
  await page.goto(`${routes.instances()}?q=${name}`)
  await page.getByRole('button', { name: 'Create CEN instance' }).click()
  const drawer = page.getByRole('complementary', { name: 'Create CEN instance' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill(name)
  await drawer.getByRole('button', { name: 'OK, create CEN instance' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
})

test('a value is taken as it was copied, and a list says what it was read as', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByText('Flow Protection').click()
  const peer = basic.getByRole('textbox', { name: 'Peer CIDR Block' })
  await peer.fill('10.92.129.0 255.255.255.0')
  await expect(basic.getByText('Read as 10.92.129.0/24.')).toBeVisible()
  await peer.fill('10.92.129.7/24')
  await peer.press('Tab')
  await expect(peer).toHaveAttribute('aria-invalid', 'true')
  await basic.getByRole('button', { name: 'Use 10.92.129.0/24' }).click()
  await expect(peer).toHaveValue('10.92.129.0/24')
  await expect(peer).not.toHaveAttribute('aria-invalid')
  const health = group(page, 'Health checks')
  await health.getByRole('switch', { name: 'Enable health checks' }).check()
  const dip = health.getByRole('textbox', { name: 'Destination IP' })
  await dip.fill('  203.0.113.20 ')
  await dip.press('Tab')
  await expect(dip).toHaveValue('203.0.113.20')
  await expect(dip).not.toHaveAttribute('aria-invalid')
})

test('a customer gateway has a name: clearing it is refused at the field', async ({
  page,
}, testInfo) => {
  const gateway = await newGateway(testInfo.workerIndex)
  await page.goto(routes.customerGateway('eu-central-1', gateway.id))
  const row = page.getByRole('row').filter({ hasText: gateway.id })
  await row.getByRole('button', { name: 'Edit Name' }).click()
  // While the name is edited its row holds no id.
  const name = page.getByRole('table').getByRole('textbox', { name: 'Name' })
  await name.fill('')
  await page.getByRole('button', { name: 'Save Name' }).click()
  await expect.poll(() => remark(name)).toContain('1 to 100 characters')
})
