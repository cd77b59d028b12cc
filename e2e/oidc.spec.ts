import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Client } from 'pg'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { startDatabase, type TestDatabase } from '@/lib/db/test/rig'
import { routes } from '@/lib/navigation/routes'
import { startProvider } from '@/lib/people/test/provider'

// One console for all of them: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const ADA = { email: 'ada@example.com', email_verified: true, name: 'Ada', groups: ['admins'] }
const GATEWAYS = `${routes.customerGateways()}?region=eu-central-1`

let database: TestDatabase
let provider: Awaited<ReturnType<typeof startProvider>>
let own: OwnConsole
let page: Page

test.beforeAll(async ({ browser }) => {
  ;[database, provider] = await Promise.all([startDatabase(), startProvider()])
  Object.assign(provider, { who: 'ada', known: { ada: ADA } })
  own = await startConsole({
    AUTH: 'oidc',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    OIDC_ROLES: 'viewer=everybody; administrator=admins',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  })
  provider.consoles.push(own.url)
  page = await (await browser.newContext({ baseURL: own.url, locale: 'en-GB' })).newPage()
})
test.afterAll(async () => {
  await own.stop()
  await Promise.all([database.stop(), provider.stop()])
})

async function query(text: string): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(text)
  await client.end()
}

async function accessible(): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

const host = () => new URL(provider.issuer).host

/** Presses what leads to the provider in another tab, and waits until that is done. */
async function elsewhere(dialog: ReturnType<Page['getByRole']>): Promise<void> {
  const opened = page.context().waitForEvent('page')
  await dialog.getByRole('link', { name: `Sign in at ${host()}, in another tab` }).click()
  const tab = await opened
  await expect(tab.getByText('Done. Close this tab')).toBeVisible()
  await tab.close()
}

test('the provider leads to the page that was asked for, in a session of its own; nothing it brought stays in the address', async () => {
  await page.goto(GATEWAYS)
  expect(await accessible()).toEqual([])
  expect(own.said()).not.toContain('/set-up#')
  await page
    .context()
    .addCookies([{ name: 'session', value: 'planted.by-somebody', url: own.url, httpOnly: true }])
  await page.getByRole('button', { name: `Sign in at ${host()}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Customer gateways' })).toBeVisible()
  expect(page.url()).toBe(own.url + GATEWAYS)
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(cookie?.value).not.toContain('planted')
  // Nobody is invited here, and no role is set.
  await page.goto(routes.people())
  await expect(page.getByRole('button', { name: 'Invite' })).toHaveAttribute('title', /provider/)
  await page.getByRole('row', { name: /Ada/ }).getByRole('button', { name: 'Change role' }).click()
  const drawer = page.getByRole('complementary', { name: 'Role and limits of Ada' })
  await expect(drawer.getByText('The provider says it')).toBeVisible()
  expect(await accessible()).toEqual([])
})

test('an answer of the provider that this browser did not ask for opens nothing, and says so', async ({
  browser,
}) => {
  const stranger = await (await browser.newContext({ baseURL: own.url, locale: 'en-GB' })).newPage()
  await stranger.goto(`${routes.signInCallback()}?code=somebodys&state=somebodys`)
  await expect(stranger.getByText('was not begun in this browser')).toBeVisible()
  expect(stranger.url()).toBe(own.url + routes.signInCallback())
  expect((await stranger.request.get('/api/cen')).status()).toBe(401)
})

test('S17: what is dangerous asks for a fresh sign-in there, in another tab, and the same press goes on', async () => {
  await page.goto(GATEWAYS)
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill('proved-elsewhere')
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill('203.0.113.81')
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  const row = page.getByRole('row', { name: /proved-elsewhere/ })
  await query("update session set proven_at = now() - interval '6 minutes'")
  await row.getByRole('button', { name: 'Delete' }).click()
  const confirm = page.getByRole('dialog', { name: 'Delete proved-elsewhere' })
  await confirm.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Show that it is you' })
  await expect(dialog).toBeVisible()
  expect(await accessible()).toEqual([])
  await elsewhere(dialog)
  await expect(dialog).toBeHidden()
  await expect(row).toHaveCount(0)
})

test('a form keeps what was typed when the session ends, and goes on after signing in there', async () => {
  await page.getByRole('button', { name: 'Create customer gateway' }).first().click()
  const drawer = page.getByRole('complementary', { name: 'Create customer gateway' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill('typed-before')
  await drawer.getByRole('textbox', { name: 'IP Address' }).fill('203.0.113.82')
  await query('delete from session')
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  expect(await accessible()).toEqual([])
  await elsewhere(dialog)
  await expect(dialog).toBeHidden()
  await expect(drawer.getByRole('textbox', { name: 'Name' })).toHaveValue('typed-before')
  await drawer.getByRole('button', { name: 'OK, create customer gateway' }).click()
  await expect(page.getByRole('row', { name: /typed-before/ })).toBeVisible()
})

test('the sign-in is sound in Chinese and in the dark, and says who is refused', async () => {
  await page.context().addCookies([
    { name: 'locale', value: 'zh-CN', url: own.url },
    { name: 'theme', value: 'dark', url: own.url },
  ])
  await query('delete from session')
  provider.known['ada'] = { ...ADA, groups: ['others'] }
  await page.goto(GATEWAYS)
  expect(await accessible()).toEqual([])
  await page.getByRole('button', { name: `前往${host()}登录` }).click()
  await expect(page.getByText('您在此没有任何权限')).toBeVisible()
  expect(await accessible()).toEqual([])
})
