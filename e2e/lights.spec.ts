import { expect, type Page } from '@playwright/test'

import { call, items } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const LONDON = 'eu-west-1'

const rows = (page: Page, table: string) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('link') })

test('shows the lights of every connection, and finds those that are down or weak by one link', async ({
  page,
}) => {
  await page.goto(routes.ipsecConnectionsOf(LONDON))
  const list = rows(page, 'IPsec connections')
  const cambridge = list.filter({ hasText: 'cambridge-dc' })
  await expect(cambridge).toContainText('Established')
  const all = await list.count()
  await page.getByRole('link', { name: /With a tunnel that is down/ }).click()
  await expect(page).toHaveURL(/q=tunnel%3Adown/)
  await expect(cambridge).toHaveCount(0)
  await expect(list.filter({ hasText: 'leeds-warehouse' })).toContainText('Down')
  expect(await list.count()).toBeLessThan(all)

  await page.getByRole('link', { name: /With a single tunnel/ }).click()
  await expect(page).toHaveURL(/q=mode%3Asingle/)
  await expect(list.filter({ hasText: 'leeds-warehouse' })).toBeVisible()
  await expect(cambridge).toHaveCount(0)
})

test('shows them in the list of a router too', async ({ page }) => {
  const cens = items(await call('cen', 'DescribeCens', { PageSize: 50 }), 'Cens.Cen')
  const found = await Promise.all(
    cens.map(async ({ CenId: id }) => {
      const answer = await call('cen', 'ListTransitRouters', {
        CenId: String(id),
        RegionId: LONDON,
      })
      return items(answer, 'TransitRouters').map((each) => ({
        cenId: String(id),
        router: String(each['TransitRouterId']),
      }))
    }),
  )
  const { cenId, router } = found.flat()[0]!
  await page.goto(routes.connectionsWith(cenId, router, 'tunnel:down'))
  await expect(page.getByRole('navigation', { name: 'Show only' })).toContainText(
    'With a tunnel that is down',
  )
  const list = rows(page, 'Intra-region connections')
  await expect(list.first()).toContainText('Down')
  await expect(list.filter({ hasText: 'cambridge' })).toHaveCount(0)
})

test('the palette says whether a connection is up, and finds those that are not', async ({
  page,
}) => {
  await page.goto(routes.instances())
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Go to anything' })
  await palette.getByRole('combobox').fill('cambridge-dc')
  await expect(palette.getByRole('option', { name: /cambridge-dc/ }).last()).toContainText(
    'Established',
  )
  await palette.getByRole('combobox').fill('tunnel:down leeds')
  await expect(palette.getByRole('option', { name: /leeds-warehouse/ })).toContainText('Down')
})
