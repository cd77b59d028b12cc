import { expect } from '@playwright/test'

import { call, items } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const REGION = 'eu-central-1'

test('adds a static route to a connection, changes its weight and deletes it', async ({ page }, {
  workerIndex,
}) => {
  const answer = await call('vpc', 'DescribeVpnConnections', { RegionId: REGION, PageSize: 50 })
  const found = items(answer, 'VpnConnections.VpnConnection').find(
    (each) => each['Name'] === 'vienna-branch',
  )
  const id = String(found?.['VpnConnectionId'])
  const block = `192.168.${230 + workerIndex}.0/24`
  await page.goto(routes.ipsecConnectionTab(REGION, id, 'routes'))
  await page.getByRole('button', { name: 'Add route' }).click()
  const destination = page.getByRole('textbox', { name: /Destination CIDR block/ })
  await destination.fill('0.0.0.0/0')
  const ok = page.getByRole('button', { name: 'OK, add static route' })
  await ok.click()
  await expect(page.getByText('A connection takes no route to 0.0.0.0/0.')).toBeVisible()
  await destination.fill(block)
  await ok.click()
  const row = page.getByRole('table', { name: 'Routes' }).getByRole('row', { name: block })
  await expect(row).toContainText('Static')

  await row.getByRole('button', { name: `Change the weight of ${block}` }).click()
  const weight = page.getByRole('dialog', { name: `Give ${block} weight 0` })
  await weight.getByRole('button', { name: 'OK, change it' }).click()
  await expect(weight).toBeHidden()
  const entries = async () =>
    items(
      await call('vpc', 'DescribeVcoRouteEntries', {
        RegionId: REGION,
        VpnConnectionId: id,
        PageSize: 50,
      }),
      'VcoRouteEntries',
    ).filter((each) => each['RouteDest'] === block)
  await expect.poll(async () => (await entries())[0]?.['Weight']).toBe(0)

  await row.getByRole('button', { name: `Delete the route to ${block}` }).click()
  const dialog = page.getByRole('dialog', { name: `Delete the route to ${block}` })
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  // Behind a dialog no row is found, whether it is there or not.
  await expect(dialog).toBeHidden()
  await expect(row).toHaveCount(0)
  expect(await entries()).toEqual([])
})
