import { expect } from '@playwright/test'

import { tableOf, test } from '@/e2e/fixtures/routed-world'
import { shiftsOf, watchShifts } from '@/e2e/fixtures/shifts'

/** What may move while something is under way: as little as while a page loads. */
const MOST = 0.01

test('nothing jumps while the route table of an attachment is changed', async ({
  page,
  routed,
}, info) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await watchShifts(page)
  await page.goto(routed.panel)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Modify associated route table' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modify route table' })
  await dialog.getByRole('combobox', { name: 'New route table' }).click()
  await page.getByRole('option', { name: 'green' }).click()
  await dialog.getByLabel(/Type edge-site/).fill('edge-site')
  await shiftsOf(page)
  await dialog.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('The attachment forwards by green now.')).toBeVisible()
  expect(await tableOf(routed.attachmentId)).toBe(routed.green)
  const { score, shifts } = await shiftsOf(page)
  await info.attach('panel', { body: String(score), contentType: 'text/plain' })
  expect(score > MOST ? shifts : []).toEqual([])
})
