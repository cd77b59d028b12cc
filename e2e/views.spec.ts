import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

import { test } from '@/e2e/fixtures/attach-world'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { routes } from '@/lib/navigation/routes'

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name })
const view = (page: Page, name: string) => page.getByRole('menuitemcheckbox', { name })

test('a view is saved, chosen, renamed, deleted and brought back with the keyboard, and is its address', async ({
  page,
  browser,
  baseURL,
}, { workerIndex }) => {
  const name = `view-${workerIndex}-${Date.now()}`
  await newConnection(workerIndex, { name })
  await newConnection(workerIndex, { name: `${name}-other` })
  await page.goto(routes.ipsecConnectionsOf(REGION))
  const rows = page.getByRole('table').getByRole('row')
  await page.getByRole('searchbox').fill(`${name}`)
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: 'IPsec connection', exact: true }).click()
  await page.getByRole('button', { name: 'Choose columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Tags' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Tags' })).toBeHidden()

  const open = page.getByRole('button', { name: 'Saved views' })
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(item(page, 'Save this view')).toBeEnabled()
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  const field = dialog.getByRole('textbox', { name: 'Name of the view' })
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('Enter a name of 1 to 60 characters.')
  await expect(field).toBeFocused()
  expect(await accessible(page)).toEqual([])
  await field.fill('Munich')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/[?&]hide=/)
  const link = page.url()

  // Another reader sees the same by the link, and has no such view.
  const other = await browser.newPage()
  await other.goto(new URL(new URL(link).pathname + new URL(link).search, baseURL).href)
  await expect(other.getByRole('table').getByRole('row')).toHaveCount(3)
  await expect(other.getByRole('columnheader', { name: 'IPsec connection' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(other.getByRole('columnheader', { name: 'Tags' })).toBeHidden()
  await other.getByRole('button', { name: 'Saved views' }).click()
  await expect(item(other, 'Save this view')).toBeVisible()
  await expect(view(other, 'Munich')).toBeHidden()
  await other.close()

  await page.goto(routes.ipsecConnectionsOf(REGION))
  await open.click()
  await view(page, 'Munich').click()
  await expect(rows).toHaveCount(3)
  await expect(page).toHaveURL(link)

  await open.click()
  await expect(view(page, 'Munich')).toBeChecked()
  await item(page, 'Rename “Munich”').click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Munich, all')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(page.getByText('The view “Munich, all” is saved.')).toBeVisible()
  // A second one cannot have its name.
  await page.getByRole('searchbox').fill(`${name}-other`)
  await expect(rows).toHaveCount(2)
  await open.click()
  await item(page, 'Save this view').click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Munich, all')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  const refused = page.getByRole('dialog').getByText('Another view of this table is called')
  await expect(refused).toBeVisible()
  await page.keyboard.press('Escape')

  await open.click()
  await view(page, 'Munich, all').click()
  await open.click()
  await item(page, 'Delete “Munich, all”').click()
  const notices = page.getByRole('region', { name: 'Notifications' })
  await expect(notices).toContainText('The view “Munich, all” is deleted.')
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect(notices).toContainText('The view “Munich, all” is back.')
  await page.reload()
  await open.click()
  await expect(view(page, 'Munich, all')).toBeChecked()
  await item(page, 'All rows, as at first').click()
  await expect(page).toHaveURL(/\/ipsec-connections$/)
})

test('views belong to one account, and stand in Chinese', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.goto(`${routes.instances()}?q=nothing-like-it`)
  const open = page.getByRole('button', { name: '已保存的视图' })
  await open.click()
  await item(page, '保存当前视图').click()
  await page.getByRole('textbox', { name: '视图名称' }).fill('没有')
  await page.getByRole('button', { name: '确定', exact: true }).click()
  await expect(page.getByText('视图“没有”已保存。')).toBeVisible()
  expect(await accessible(page)).toEqual([])
  const link = page.url()
  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  await page.goto(link)
  await open.click()
  await expect(item(page, '保存当前视图')).toBeVisible()
  await expect(view(page, '没有')).toBeHidden()
})
