import { expect } from '@playwright/test'

import { group, remark } from '@/e2e/fixtures/attach-page'
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
