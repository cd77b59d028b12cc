import { expect, type Page } from '@playwright/test'

import { newGateway } from '@/e2e/fixtures/attach-world'
import { type Answer, call, items } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { test } from '@/e2e/fixtures/watched'
import { CANARY } from '@/lib/db/test/canary'
import { routes } from '@/lib/navigation/routes'

const KEY = CANARY

async function gateways(): Promise<Answer[]> {
  const found: Answer[] = []
  for (let page = 1; ; page += 1) {
    const query = { RegionId: REGION, PageNumber: page, PageSize: 50 }
    const some = items(
      await call('vpc', 'DescribeCustomerGateways', query),
      'CustomerGateways.CustomerGateway',
    )
    found.push(...some)
    if (some.length < 50) return found
  }
}
const gatewayWith = async (field: string, value: string) =>
  (await gateways()).find((each) => each[field] === value)
const read = (id: string) =>
  call('vpc', 'DescribeVpnConnection', { RegionId: REGION, VpnConnectionId: id })

const rowOf = (page: Page, id: string) => page.getByRole('table').getByRole('row', { name: id })

test('replaces a gateway by one with another address: who uses it is said, led over, and led back', async ({
  page,
}, { workerIndex }) => {
  const name = `moved-${workerIndex}`
  const id = await newConnection(workerIndex, { name })
  const before = await read(id)
  const oldId = String(before['CustomerGatewayId'])
  const old = await gatewayWith('CustomerGatewayId', oldId)
  const address = `198.51.100.${100 + workerIndex}`
  await page.goto(routes.customerGateway(REGION, oldId))
  await rowOf(page, oldId).getByRole('button', { name: 'Replace' }).click()
  const drawer = page.getByRole('complementary', { name: `Replace ${String(old?.['Name'])}` })
  // Nothing differs yet.
  await drawer.getByRole('button', { name: 'OK, review the replacement' }).click()
  await expect(drawer.getByText(/already has this address and this ASN/)).toBeVisible()
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill(address)
  await drawer.getByLabel('BGP Key', { exact: true }).fill('no good')
  await drawer.getByRole('button', { name: 'OK, review the replacement' }).click()
  await expect(drawer.getByText('The character at position 3 is not allowed')).toBeVisible()
  await drawer.getByLabel('BGP Key', { exact: true }).fill(KEY)
  await drawer.getByRole('button', { name: 'OK, review the replacement' }).click()

  const review = page.getByRole('dialog', { name: /Review the replacement/ })
  await expect(review).toContainText('1 IPsec connection uses it')
  await expect(review).toContainText(`${name}: tunnel 1 of 1, none of them up.`)
  await expect(review).toContainText(
    `RemoteId follows the address: ${String(old?.['IpAddress'])} becomes ${address}.`,
  )
  await expect(review.getByRole('checkbox', { name: /Delete the old gateway/ })).toBeChecked()
  await review.getByRole('button', { name: 'OK, replace it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Replace a customer gateway')
  await expect(page.getByRole('main').getByText('Done').first()).toBeVisible()
  const made = await gatewayWith('IpAddress', address)
  expect(made).toMatchObject({ Asn: old?.['Asn'], AuthKey: KEY })
  expect(await read(id)).toMatchObject({
    CustomerGatewayId: made?.['CustomerGatewayId'],
    IkeConfig: { RemoteId: address },
  })
  expect(await gatewayWith('CustomerGatewayId', oldId)).toBeUndefined()
  expect(await page.getByRole('main').innerText()).not.toContain(KEY)

  await page.goto(routes.customerGateway(REGION, String(made?.['CustomerGatewayId'])))
  const gatewayName = String(old?.['Name'])
  await expect(page.getByText(`Customer gateway ${gatewayName} was replaced`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  const undo = page.getByRole('dialog', { name: `Undo the replacement of ${gatewayName}` })
  await undo.getByRole('textbox').fill(gatewayName)
  await undo.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Replace a customer gateway')
  await expect(page.getByRole('main').getByText('Done').first()).toBeVisible()
  const again = await gatewayWith('IpAddress', String(old?.['IpAddress']))
  expect(await read(id)).toMatchObject({
    CustomerGatewayId: again?.['CustomerGatewayId'],
    IkeConfig: { RemoteId: old?.['IpAddress'] },
  })
  expect(await gatewayWith('IpAddress', address)).toBeUndefined()
})

test('has the name typed where traffic stops', async ({ page }) => {
  const munich = await gatewayWith('Name', 'munich-fw1')
  const id = String(munich?.['CustomerGatewayId'])
  await page.goto(routes.customerGateway(REGION, id))
  await rowOf(page, id).getByRole('button', { name: 'Replace' }).click()
  const drawer = page.getByRole('complementary', { name: 'Replace munich-fw1' })
  await drawer.getByRole('textbox', { name: 'ASN' }).fill('')
  await drawer.getByRole('button', { name: 'OK, review the replacement' }).click()
  await expect(drawer.getByText(/These connections run BGP.*munich-hq/)).toBeVisible()
  await drawer.getByRole('textbox', { name: 'ASN' }).fill('65012')
  await drawer.getByRole('button', { name: 'OK, review the replacement' }).click()
  const review = page.getByRole('dialog', { name: 'Review the replacement of munich-fw1' })
  await expect(review).toContainText('Its traffic stops until the tunnel is up')
  await expect(review.getByRole('button', { name: 'OK, replace it' })).toBeDisabled()
  await review.getByRole('textbox').fill('munich-fw1')
  await expect(review.getByRole('button', { name: 'OK, replace it' })).toBeEnabled()
  await review.getByRole('button', { name: 'Cancel' }).click()
  await expect(drawer.getByRole('textbox', { name: 'ASN' })).toHaveValue('65012')
})

test('sets the BGP key of a gateway, which is shown nowhere', async ({ page }, { workerIndex }) => {
  const { id, name } = await newGateway(workerIndex)
  await page.goto(routes.customerGateway(REGION, id))
  await rowOf(page, id).getByRole('button', { name: 'BGP key' }).click()
  const drawer = page.getByRole('complementary', { name: `Set the BGP key of ${name}` })
  await drawer.getByRole('button', { name: 'OK, set the BGP key' }).click()
  await expect(drawer.getByText('Enter the key that the device has')).toBeVisible()
  await drawer.getByLabel(/^\*?\s*BGP Key$/).fill(KEY)
  await drawer.getByRole('button', { name: 'OK, set the BGP key' }).click()
  await expect(page.getByText(`The BGP key of ${name} was set.`)).toBeVisible()
  expect(await gatewayWith('CustomerGatewayId', id)).toMatchObject({ AuthKey: KEY })
  await page.goto(`${routes.audit()}?q=${id}`)
  await expect(page.getByRole('table')).toContainText('ModifyCustomerGatewayAttribute')
  expect(await page.getByRole('main').innerText()).not.toContain(KEY)
})
