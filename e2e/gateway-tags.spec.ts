import { expect } from '@playwright/test'

import { newGateway } from '@/e2e/fixtures/attach-world'
import { call, items } from '@/e2e/fixtures/cloud'
import { REGION } from '@/e2e/fixtures/vpn-world'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

test('tags a customer gateway where it stands', async ({ page }, { workerIndex }) => {
  const { id } = await newGateway(workerIndex)
  await page.goto(routes.customerGateway(REGION, id))
  const row = page.getByRole('table').getByRole('row', { name: id })
  await row.getByRole('button', { name: 'Edit tags' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Tag key 1' }).fill('site')
  await page.getByRole('textbox', { name: 'Tag value 1' }).fill('hall')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(row).toContainText('site: hall')
  const query = { RegionId: REGION, CustomerGatewayId: id }
  const answer = await call('vpc', 'DescribeCustomerGateways', query)
  const [gateway] = items(answer, 'CustomerGateways.CustomerGateway')
  expect(gateway).toMatchObject({ Tags: { Tag: [{ Key: 'site', Value: 'hall' }] } })
})
