import { expect } from '@playwright/test'

import { test } from '@/e2e/fixtures/attach-world'
import { call, until } from '@/e2e/fixtures/cloud'
import { attach } from '@/e2e/fixtures/routed-world'
import { REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

test('negotiates anew and leaves the connection as it was, once however often OK is pressed', async ({
  page,
  world,
}) => {
  const name = `again-${world.gateway.name}`
  const { vpnId } = await attach(world, name, '169.254.88')
  const read = () =>
    call('vpc', 'DescribeVpnConnection', { RegionId: REGION, VpnConnectionId: vpnId })
  await until(async () => (await read())['State'] === 'attached')
  const { EffectImmediately: was } = await read()
  await page.goto(routes.ipsecConnection(REGION, vpnId))
  await page.getByRole('button', { name: 'Renegotiate' }).click()
  const dialog = page.getByRole('dialog', { name: `Renegotiate ${name}` })
  await expect(dialog).toContainText('Traffic of this connection stops meanwhile')
  const ok = dialog.getByRole('button', { name: 'OK, renegotiate' })
  await expect(ok).toBeDisabled()
  await dialog.getByRole('textbox').fill(name)
  await ok.dblclick()
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(main.getByText('Set Apply Immediately as it was')).toBeVisible()
  await expect(main.getByText('Done', { exact: true }).first()).toBeVisible()
  expect(await read()).toMatchObject({ EffectImmediately: was, State: 'attached' })
  await page.goto(routes.operations())
  const rows = page.getByRole('row').filter({ hasText: name })
  await expect(rows.filter({ hasText: 'Renegotiate an IPsec connection' })).toHaveCount(1)
})
