import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { firstAdministrator, invited } from '@/e2e/fixtures/people'
import { routes } from '@/lib/navigation/routes'

test.describe.configure({ mode: 'serial' })

const OLGA = { name: 'Olga', email: 'olga@example.com', password: 'seven blue umbrellas' }
const GATEWAYS = `${routes.customerGateways()}?region=eu-central-1`

let own: OwnConsole
let ada: Page
let olga: Page

test.beforeAll(async ({ browser }) => {
  own = await startConsole({ AUTH: 'local', SECOND_PERSON: 'main', REASON_REQUIRED: 'main' })
  ada = await firstAdministrator(browser, own)
  olga = await invited(browser, own, { admin: ada, who: OLGA, role: 'Approver' })
})
test.afterAll(async () => await own.stop())

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

async function addGateway(name: string, ip: string, reason: string): Promise<void> {
  await olga.goto(GATEWAYS)
  await olga.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = olga.getByRole('complementary', { name: 'Create customer gateway' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill(name)
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill(ip)
  await drawer.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
}

/** Olga asks to delete it; gives the address of the request. */
async function askedToDelete(name: string): Promise<string> {
  await olga
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: 'Delete' })
    .click()
  const dialog = olga.getByRole('dialog', { name: `Delete ${name}` })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog.getByText('This waits for a second person now')).toBeVisible()
  return (
    (await dialog.getByRole('link', { name: 'Open that operation' }).getAttribute('href')) ?? ''
  )
}

test('one asks and sees that it waits; another one sees exactly what is sent, says something, approves, and it is done', async () => {
  await addGateway('second-1', '203.0.113.71', 'CHG-4711')
  await expect(olga.getByRole('button', { name: 'Reason for changes: CHG-4711' })).toBeVisible()
  // It goes with the next change too.
  const request = await askedToDelete('second-1')
  expect(await accessible(olga)).toEqual([])
  await olga.goto(request)
  const asked = olga.getByRole('region', { name: 'Approval' }).or(olga.locator('main'))
  await expect(asked.getByText('You asked for this, so somebody else approves it.')).toBeVisible()
  await expect(olga.getByRole('button', { name: 'Approve and send' })).toHaveCount(0)
  expect(await accessible(olga)).toEqual([])

  // Whoever else sees the account is told on every page.
  await ada.goto(routes.instances())
  const notice = ada.getByRole('region', { name: 'Notifications' })
  await expect(notice.getByText('second-1. Waits for approval.')).toBeVisible()
  await notice.getByRole('link', { name: 'View' }).click()
  await expect(ada.getByText('Olga asks for this. Nothing was sent yet.')).toBeVisible()
  await expect(ada.getByText('CHG-4711').first()).toBeVisible()
  await expect(ada.getByText('vpc:DeleteCustomerGateway')).toBeVisible()
  await expect(ada.getByText('203.0.113.71').first()).toBeVisible()
  expect(await accessible(ada)).toEqual([])

  // To refuse it takes a word; with the keyboard alone.
  await ada.getByRole('button', { name: 'Refuse' }).press('Enter')
  await expect(ada.getByText('Say why, in a few words.')).toBeVisible()
  await ada.getByRole('textbox', { name: 'Comment' }).fill('looked at the device')
  await ada.getByRole('button', { name: 'Comment' }).press('Enter')
  await expect(
    ada.getByText('Ada commented').or(ada.getByText('ada@example.com commented')),
  ).toBeVisible()
  await ada.getByRole('button', { name: 'Approve and send' }).press('Enter')
  await expect(ada.getByText('ada@example.com approved it', { exact: false })).toBeVisible()
  await expect(ada.getByText('Done').first()).toBeVisible()
  await expect(olga.getByText('ada@example.com approved it', { exact: false })).toBeVisible()
  await olga.goto(GATEWAYS)
  await expect(olga.getByRole('row', { name: /munich-fw1/ })).toBeVisible()
  await expect(olga.getByRole('row', { name: /second-1/ })).toHaveCount(0)

  await ada.goto(`${routes.audit()}?q=approver:ada`)
  const line = ada.getByRole('row').filter({ hasText: 'Change with approval' })
  await expect(line.first()).toBeVisible()
})

test('what changed since does not count and says so; it is refused with why, in Chinese and in the dark', async () => {
  // The account asks why, and the press goes on when it is told.
  await addGateway('second-2', '203.0.113.72', '')
  const why = olga.getByRole('dialog', { name: 'Reason for this change' })
  await why.getByRole('textbox', { name: 'Reason' }).press('Enter')
  await expect(why.getByText('This account asks why something is changed.').last()).toBeVisible()
  expect(await accessible(olga)).toEqual([])
  await why.getByRole('textbox', { name: 'Reason' }).fill('CHG-4712')
  await olga.keyboard.press('Enter')
  const request = await askedToDelete('second-2')
  await olga.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  const row = olga.getByRole('row', { name: /second-2/ })
  await row.getByRole('button', { name: 'Edit Name' }).click()
  await olga.getByRole('table').getByRole('textbox', { name: 'Name' }).fill('second-2-kept')
  await olga.keyboard.press('Control+Enter')
  await expect(olga.getByRole('row', { name: /second-2-kept/ })).toBeVisible()

  await ada.context().addCookies([
    { name: 'locale', value: 'zh-CN', url: own.url },
    { name: 'theme', value: 'dark', url: own.url },
  ])
  await ada.goto(request)
  await ada.getByRole('button', { name: '批准并发送' }).click()
  await expect(ada.getByText('当前读取到的内容与审核时不同')).toBeVisible()
  await expect(ada.getByText('但未生效', { exact: false })).toBeVisible()
  expect(await accessible(ada)).toEqual([])
  await ada.getByRole('textbox', { name: '评论' }).fill('改名了')
  await ada.getByRole('button', { name: '拒绝' }).click()
  await expect(ada.getByText('审批未通过').first()).toBeVisible()
  await expect(ada.getByRole('button', { name: '批准并发送' })).toHaveCount(0)
})
