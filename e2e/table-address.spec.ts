import { expect } from '@playwright/test'

import { test } from '@/e2e/fixtures/attach-world'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

test('a filtered list shows a colleague with another language the same rows', async ({
  page,
  context,
  baseURL,
}, { workerIndex }) => {
  const name = `orphan-${workerIndex}-${Date.now()}`
  await newConnection(workerIndex, { name })
  await page.goto(routes.ipsecConnectionsOf(REGION))
  await page.getByRole('combobox', { name: 'Attachment' }).click()
  await page.getByRole('option', { name: 'Unattached' }).click()
  await page.getByRole('searchbox').fill(`${name} attach:unattached`)
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(2)
  const link = page.url()
  expect(new URL(link).searchParams.get('attach')).toBe('unattached')

  await context.addCookies([{ name: 'locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.goto(link)
  await expect(page.getByRole('combobox', { name: '绑定状态' })).toHaveText('未绑定')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText(name)
})
