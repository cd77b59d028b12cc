import { expect } from '@playwright/test'

import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

test.use({ timezoneId: 'Asia/Shanghai' })

test('times are in UTC with their age until local time is asked for, which the server keeps', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text())
  })
  await page.goto(routes.customerGateways())
  const first = page.locator('main time').first()
  await expect(first).toContainText(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC.*ago$/)
  const at = (await first.getAttribute('datetime')) ?? ''

  await page.getByRole('button', { name: 'Times: UTC' }).click()
  await expect(page.getByRole('button', { name: 'Times: local, UTC+8' })).toBeVisible()
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  const shown = `${local.slice(0, 16).replace('T', ' ')} UTC+8`
  await expect(page.locator(`time[datetime="${at}"]`).first()).toContainText(shown)
  await expect(page.locator('main time').filter({ hasNotText: 'UTC+8' })).toHaveCount(0)

  // What the server sends is already so, and the browser takes it as it is.
  const sent = await (await page.request.get(routes.customerGateways())).text()
  expect(sent.replaceAll(/<[^>]*>/g, '')).toContain(shown)
  await page.reload()
  await expect(page.locator(`time[datetime="${at}"]`).first()).toContainText(shown)

  // What is typed into the filter is looked for in what is seen.
  await page.getByRole('searchbox').fill('UTC+8')
  await expect(page.locator('main time').first()).toBeVisible()

  await page.getByRole('button', { name: 'Times: local, UTC+8' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Times: UTC' })).toBeVisible()
  await expect(page.getByText('UTC+8', { exact: false })).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('who has travelled reads the time of the place', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'time-zone', value: 'Europe/Berlin', url: baseURL ?? '' }])
  await page.goto(routes.instances())
  await expect(page.getByRole('button', { name: 'Times: local, UTC+8' })).toBeVisible()
  await expect(page.locator('main time').first()).toContainText('UTC+8')
})

test('a time zone that nobody knows is UTC', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'time-zone', value: '../../etc/passwd', url: baseURL ?? '' }])
  await page.goto(routes.instances())
  await expect(page.getByRole('button', { name: 'Times: UTC' })).toBeVisible()
})
