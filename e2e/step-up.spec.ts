import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, type Request, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { Client } from 'pg'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { ADA, firstAdministrator, invited } from '@/e2e/fixtures/people'
import { startDatabase, type TestDatabase } from '@/lib/db/test/rig'
import { routes } from '@/lib/navigation/routes'
import { freePorts } from '@/scripts/ports'

// One console for all of them: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const GATEWAYS = `${routes.customerGateways()}?region=eu-central-1`

let database: TestDatabase
let own: OwnConsole
let emulator: number
let page: Page
const actions: Request[] = []

test.beforeAll(async ({ browser }) => {
  database = await startDatabase()
  ;[emulator = 0] = await freePorts(1)
  own = await startConsole({
    AUTH: 'local',
    EMULATOR_PORT: String(emulator),
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  })
  page = await firstAdministrator(browser, own)
  page.on('request', (request) => {
    if (request.headers()['next-action']) actions.push(request)
  })
})
test.afterAll(async () => {
  await own.stop()
  await database.stop()
})

const query = async (text: string) => {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

/** Six minutes pass, in which nobody proves anything. */
const forgetProofs = () => query("update session set proven_at = now() - interval '6 minutes'")

const dialog = () => page.getByRole('dialog', { name: 'Show that it is you' })

const cookie = async () =>
  (await page.context().cookies()).find(({ name }) => name === 'session')?.value

async function accessible(on = page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page: on }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

async function addGateway(name: string, ip: string): Promise<void> {
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill(name)
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill(ip)
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  await expect(drawer).toBeHidden()
}

const halfTyped = () => page.getByRole('table').getByRole('textbox', { name: 'Name' })

/** Types a new name of a gateway, and does not save it. */
async function beginToRename(name: string): Promise<void> {
  const row = page.getByRole('row', { name: /munich-fw1/ })
  await row.getByRole('button', { name: 'Edit Name' }).click()
  await halfTyped().fill(name)
}

test('what is dangerous asks who is there over whatever is open, and the same press goes on', async () => {
  await page.goto(GATEWAYS)
  await addGateway('step-up-1', '203.0.113.77')
  await addGateway('step-up-2', '203.0.113.78')
  const first = page.getByRole('row', { name: /step-up-1/ })
  const second = page.getByRole('row', { name: /step-up-2/ })

  // Signing in was a proof.
  await first.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  // Behind a dialog no row is found: first it has to close, which it does when the gateway is deleted.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(first).toHaveCount(0)

  await forgetProofs()
  await beginToRename('typed-before')
  await second.getByRole('button', { name: 'Delete' }).press('Enter')
  const confirm = page.getByRole('dialog', { name: 'Delete step-up-2' })
  await confirm.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog()).toBeVisible()
  expect(await accessible()).toEqual([])

  // Not now: nothing is sent, and everything is where it was.
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog()).toBeHidden()
  await expect(confirm.getByText('this needs a proof that it is you')).toBeVisible()

  // By the keyboard alone.
  const before = await cookie()
  await expect(confirm.getByRole('button', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog().getByLabel('Password')).toBeFocused()
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(dialog().getByText('This is not your password.')).toBeVisible()
  expect(await cookie()).toBe(before)
  await dialog().getByLabel('Password').fill(ADA.password)
  await page.keyboard.press('Enter')
  await expect(dialog()).toBeHidden()
  await expect(confirm).toBeHidden()
  await expect(second).toHaveCount(0)
  await expect(halfTyped()).toHaveValue('typed-before')
  expect(await cookie()).not.toBe(before)
})

test('a press of before, sent again by itself, does nothing without a proof', async ({
  request,
}) => {
  await forgetProofs()
  const pressed = actions.findLast((each) => each.postData()?.includes('customerGatewayId'))
  expect(pressed).toBeDefined()
  const { 'content-length': _, ...headers } = await pressed!.allHeaders()
  const cookies = { ...headers, cookie: `session=${await cookie()}` }
  const answer = await request.post(pressed!.url(), {
    headers: Object.fromEntries(Object.entries(cookies).filter(([name]) => !name.startsWith(':'))),
    data: pressed!.postData() ?? '',
  })
  expect(await answer.text()).toContain('ProofNeeded')
})

test('on a page whose reads were slow, what is open and typed stays through the proof as well', async () => {
  const address = `http://127.0.0.1:${emulator}/_emulator/faults`
  const slow = { fault: 'delay', ms: 900, actions: ['DescribeCustomerGateways'] }
  await fetch(address, { method: 'POST', body: JSON.stringify(slow) })
  await page.goto(GATEWAYS)
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await fetch(address, { method: 'DELETE' })
  await addGateway('step-up-3', '203.0.113.79')
  await beginToRename('typed-on-a-slow-page')
  const row = page.getByRole('row', { name: /step-up-3/ })
  await row.getByRole('button', { name: 'Delete' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await dialog().getByLabel('Password').fill(ADA.password)
  await page.keyboard.press('Enter')
  await expect(row).toHaveCount(0)
  await expect(halfTyped()).toHaveValue('typed-on-a-slow-page')
})

test('a key is shown after the proof, by the press that asked for it; the audit tells both', async () => {
  await page.goto(`${routes.ipsecConnections()}?region=eu-central-1`)
  await page.getByRole('link', { name: 'munich-hq' }).first().click()
  const show = page.getByRole('button', { name: 'Show', exact: true })
  await expect(show).toBeVisible()
  await forgetProofs()
  await show.click()
  await dialog().getByLabel('Password').fill(ADA.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Hide', exact: true })).toBeVisible()
  const lines = await query(
    "select action, outcome from audit where action in ('console:prove', 'console:reveal-psk') order by id",
  )
  // A reveal is written down before it is done, and again with what came of it.
  expect(lines.slice(-3)).toEqual([
    { action: 'console:prove', outcome: 'accepted' },
    { action: 'console:reveal-psk', outcome: null },
    { action: 'console:reveal-psk', outcome: 'accepted' },
  ])
})

/** What an app shows that has this secret; none of what it showed counts as used. */
async function codeOf(secret: string): Promise<string> {
  await query('update authenticator set last_step = 0')
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate()
}

/** Sets up an app under the own account; gives its secret. */
async function setUpApp(on: Page): Promise<string> {
  await on.getByRole('button', { name: 'Set up authenticator app' }).click()
  const drawer = on.getByRole('complementary', { name: 'Set up authenticator app' })
  await expect(drawer.getByRole('img', { name: 'What the app has to know' })).toBeVisible()
  const secret = await drawer.getByText(/^[A-Z2-7]{32}$/).innerText()
  expect(await accessible(on)).toEqual([])
  const code = drawer.getByRole('textbox', { name: 'Code of your app' })
  await code.fill('000000')
  await code.press('Control+Enter')
  await expect(drawer.getByText('This is not the code that your app shows now')).toBeVisible()
  await code.fill(await codeOf(secret))
  await code.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(on.getByRole('cell', { name: 'Authenticator app' })).toBeVisible()
  return secret
}

test('S17: an app proves who is there; after the end of the session it is asked for over a form, which loses nothing', async () => {
  await page.goto(routes.ownAccount())
  const secret = await setUpApp(page)
  await page.goto(`${routes.ipsecConnections()}?region=eu-central-1`)
  await page.getByRole('link', { name: 'munich-hq' }).first().click()
  const show = page.getByRole('button', { name: 'Show', exact: true })
  await expect(show).toBeVisible()
  await forgetProofs()
  await show.click()
  await dialog().getByRole('button', { name: 'Use a code of your app instead' }).click()
  expect(await accessible()).toEqual([])
  await dialog()
    .getByLabel('Code of your app')
    .fill(await codeOf(secret))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Hide', exact: true })).toBeVisible()

  await page.goto(GATEWAYS)
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill('typed-before-the-end')
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill('203.0.113.80')
  await query('delete from session')
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await again.getByLabel('Password').fill(ADA.password)
  await page.keyboard.press('Enter')
  const code = again.getByLabel('Code of your app')
  await expect(code).toBeFocused()
  await expect(again.getByLabel('Password')).toHaveValue(ADA.password)
  expect(await accessible()).toEqual([])
  await code.fill('000000')
  await page.keyboard.press('Enter')
  await expect(again.getByText('This is not the code')).toBeVisible()
  await expect(again.getByLabel('Password')).toHaveValue(ADA.password)
  await code.fill(await codeOf(secret))
  await page.keyboard.press('Enter')
  await expect(again).toBeHidden()
  await expect(drawer.getByRole('textbox', { name: 'Name' })).toHaveValue('typed-before-the-end')
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  await expect(page.getByRole('row', { name: /typed-before-the-end/ })).toBeVisible()
})

test('of whom a second factor is asked, nothing else is open before it is there; whoever lost it gets in again', async ({
  browser,
}) => {
  const who = { name: 'Omar', email: 'omar@example.com', password: 'seven blue umbrellas' }
  const omar = await invited(browser, own, { admin: page, who, role: 'Operator' })
  await page.reload()
  const row = page.getByRole('row', { name: /Omar/ })
  await row.getByRole('button', { name: 'Change role' }).click()
  const role = page.getByRole('complementary', { name: 'Role and limits of Omar' })
  await role.getByRole('switch', { name: 'Second factor required' }).click()
  await role.getByRole('button', { name: 'OK, change role' }).click()
  await expect(row.getByText('Asked for, none yet')).toBeVisible()
  expect((await omar.request.get('/api/cen')).status()).toBe(403)
  await omar.goto(routes.customerGateways())
  await expect(omar.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  await expect(omar.getByText('Set up a second factor', { exact: true })).toBeVisible()
  expect(await accessible(omar)).toEqual([])
  const secret = await setUpApp(omar)
  await expect(omar.getByText('Set up a second factor', { exact: true })).toHaveCount(0)
  expect((await omar.request.get('/api/cen')).status()).toBe(200)

  await query("delete from session where person_id = (select id from person where name = 'Omar')")
  await omar.goto(routes.customerGateways())
  const signIn = async () => {
    await omar.getByRole('textbox', { name: 'Email address' }).fill(who.email)
    await omar.getByLabel('Password').fill(who.password)
    await omar.keyboard.press('Enter')
  }
  await signIn()
  await omar.getByRole('textbox', { name: 'Code of your app' }).fill(await codeOf(secret))
  await omar.keyboard.press('Enter')
  await expect(omar.getByRole('heading', { level: 1, name: 'Customer gateways' })).toBeVisible()

  await page.reload()
  await row.getByRole('button', { name: 'End factors' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End factors' }).click()
  await expect(row.getByText('Asked for, none yet')).toBeVisible()
  await omar.goto(routes.customerGateways())
  await signIn()
  await expect(omar.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
})

test('the question is sound in Chinese and in the dark', async () => {
  await page.context().addCookies([
    { name: 'locale', value: 'zh-CN', url: own.url },
    { name: 'theme', value: 'dark', url: own.url },
  ])
  await page.goto(`${routes.ipsecConnections()}?region=eu-central-1`)
  await page.getByRole('link', { name: 'munich-hq' }).first().click()
  await forgetProofs()
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '验证身份' })).toBeVisible()
  expect(await accessible()).toEqual([])
})
