import { expect } from '@playwright/test'

import { test } from '@/e2e/fixtures/attach-world'
import { routes } from '@/lib/navigation/routes'

test('goes to a router and to a gateway by id and address, by keyboard alone', async ({
  page,
  world,
}) => {
  await page.goto(routes.audit())
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Go to anything' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(world.transitRouterId)
  await expect(palette.getByRole('option').first()).toContainText(world.transitRouterId)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/transit-routers/${world.transitRouterId}`))
  await expect(palette).toBeHidden()

  await page.keyboard.press('Control+k')
  await page.keyboard.type(world.gateway.ip)
  await expect(palette.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/vpn\/customer-gateways\?region=eu-central-1&q=cgw-/)
  await expect(page.getByRole('row').filter({ hasText: world.gateway.name })).toHaveCount(1)
})

test('says which region could not be read, and reads it again', async ({ page, world }) => {
  await page.goto(routes.operations())
  const broken = /\/api\/customer-gateways\?regionId=eu-central-1/
  await page.route(broken, (route) =>
    route.fulfill({ status: 502, json: { code: 'Timeout', message: 'no answer' } }),
  )
  await page.getByRole('button', { name: 'Go to anything' }).click()
  const palette = page.getByRole('dialog', { name: 'Go to anything' })
  await expect(palette.getByRole('alert')).toContainText(/Customer gateways in .*Frankfurt/)
  await page.keyboard.type(world.transitRouterId)
  await expect(palette.getByRole('option').first()).toContainText(world.transitRouterId)
  await page.unroute(broken)
  await palette.getByRole('button', { name: 'Retry' }).click()
  await expect(palette.getByRole('alert')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})
