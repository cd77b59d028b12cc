import { readFile } from 'node:fs/promises'

import { expect, type Page, test } from '@playwright/test'

import { choose } from '@/e2e/fixtures/attach-page'
import { call, items } from '@/e2e/fixtures/cloud'
import { routes } from '@/lib/navigation/routes'

const LONDON = 'eu-west-1'

async function idOf(name: string): Promise<string> {
  const answer = await call('vpc', 'DescribeVpnConnections', { RegionId: LONDON, PageSize: 50 })
  const all = items(answer, 'VpnConnections.VpnConnection')
  return String(all.find(({ Name }) => Name === name)?.['VpnConnectionId'])
}

const open = async (page: Page, name: string) =>
  page.goto(routes.ipsecConnectionTab(LONDON, await idOf(name), 'diagnosis'))

test('a tunnel that is down says why, what shows it, and what to do at each end', async ({
  page,
}) => {
  await page.goto(routes.ipsecConnection(LONDON, await idOf('glasgow-office')))
  await page.getByRole('link', { name: 'Diagnosis' }).click()
  const finding = page.getByRole('region', { name: 'Phase 1: no common algorithms' })
  await expect(finding.getByText('Certain')).toBeVisible()
  await expect(finding.getByText(/NO_PROPOSAL_CHOSEN|proposals unacceptable/)).toBeVisible()
  // Both ends' values.
  await expect(finding).toContainText('AES_CBC_256')
  await expect(finding).toContainText('AES_CBC_128')
  await expect(finding.getByText('What to do on the device')).toBeVisible()
  await expect(page.getByText(/Looked at: the states/)).toBeVisible()
  await finding.getByRole('link', { name: 'Open the device configuration' }).click()
  await expect(page).toHaveURL(/\/device$/)
  await page.goBack()
  await finding.getByRole('link', { name: 'Open the editor there' }).click()
  await expect(page).toHaveURL(/\/edit#/)
  const ike = page.getByRole('group', { name: 'IKE Settings', exact: true })
  await expect(ike.getByRole('combobox', { name: 'Encryption Algorithm' })).toBeFocused()
})

test('the log is filtered, explained where it stands, and kept', async ({ page }) => {
  await open(page, 'leeds-warehouse')
  await expect(page.getByRole('region', { name: 'The pre-shared keys differ' })).toBeVisible()
  const log = page.getByRole('log', { name: 'Log of tunnel 1' })
  await expect(log).toContainText('Phase 1')
  await page.getByRole('textbox', { name: 'Lines with' }).fill('nothing has this')
  await expect(page.getByText('No line fits the filter.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Lines with' }).fill('')
  const main = page.getByRole('main')
  await choose(main, 'Severity', 'Errors')
  await expect(log).toContainText('The other end refused: the key, or an identifier')
  await expect(log).not.toContainText('IKE_SA_INIT request')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const kept = await readFile(await (await download).path(), 'utf8')
  expect(kept).toContain('[IKE]')
  expect(kept).not.toContain('IKE_SA_INIT request')

  await choose(main, 'Time', 'From')
  await main.getByLabel('From (UTC)').fill('2026-01-02T10:00:00')
  await main.getByLabel('To (UTC)').fill('2026-01-02T09:00:00')
  await expect(page.getByText('The end is before the beginning.')).toBeVisible()
  await main.getByLabel('To (UTC)').fill('2026-01-02T11:00:00')
  await expect(page.getByText('The end is before the beginning.')).toBeHidden()
  await expect(page.getByText('No line in this time.')).toBeVisible()
})

test('a long log with hostile signs stays text, and fluid', async ({ page }) => {
  const lines = Array.from(
    { length: 1000 },
    (_, index) =>
      `2026-11-27 10:00:00 line ${index} <img src=x onerror=alert(1)> \u202Eevil\u0000 ${index % 50 === 0 ? 'no peer config found' : ''}`,
  )
  await page.route('**/api/ipsec-connections/logs?*', (route) => {
    const chunk = Number(new URL(route.request().url()).searchParams.get('chunk'))
    return route.fulfill({
      json: { logs: lines, isCompleted: true, ...(chunk < 49 && { next: chunk + 1 }) },
    })
  })
  await open(page, 'leeds-warehouse')
  await expect(page.getByText('50000 of 50000 lines')).toBeVisible()
  const log = page.getByRole('log', { name: 'Log of tunnel 1' })
  await expect(log).toContainText(String.raw`<img src=x onerror=alert(1)> \u{202e}evil\u{0}`)
  expect(await log.getByRole('img').count()).toBe(0)
  // Only what is in view is in the page.
  expect(await log.locator('bdi').count()).toBeLessThan(100)
  await log.focus()
  await page.keyboard.press('End')
  await expect(log).toContainText('line 999')
  await page.getByRole('textbox', { name: 'Lines with' }).fill('peer config')
  await expect(page.getByText('1000 of 50000 lines')).toBeVisible()
})

test('the panel of an attachment has the diagnosis too', async ({ page }) => {
  const id = await idOf('bristol-lab')
  const answer = await call('cen', 'ListTransitRouterVpnAttachments', {
    RegionId: LONDON,
    MaxResults: 100,
  })
  const attachment = items(answer, 'TransitRouterAttachments').find(({ VpnId }) => VpnId === id)
  await page.goto(
    routes.attachmentTab(
      String(attachment?.['CenId']),
      String(attachment?.['TransitRouterId']),
      String(attachment?.['TransitRouterAttachmentId']),
      'diagnosis',
    ),
  )
  await expect(
    page.getByRole('region', { name: 'The protected CIDR blocks do not match' }),
  ).toBeVisible()
})
