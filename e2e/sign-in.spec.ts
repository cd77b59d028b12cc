import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { routes } from '@/lib/navigation/routes'

// One console for all of them, in which people come and go: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const METRICS_TOKEN = 'a token for the scraper'
const ADMIN = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' }
const NEWCOMER = { name: 'Omar', email: 'omar@example.com', password: 'seven blue umbrellas' }

let own: OwnConsole
let admin: Page

test.beforeAll(async ({ browser }) => {
  own = await startConsole({ AUTH: 'local', METRICS_TOKEN })
  admin = await someone(browser)
})
test.afterAll(async () => await own.stop())

const someone = async (browser: Browser): Promise<Page> =>
  await (await browser.newContext({ baseURL: own.url, locale: 'en-GB' })).newPage()

const setupLink = () => new URL(/\n(http\S+\/set-up#\S+)/.exec(own.said())?.[1] ?? '')

async function signIn(page: Page, { email, password }: typeof ADMIN): Promise<void> {
  await page.getByRole('textbox', { name: 'Email address' }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

test('S6: whoever is not signed in is led to the sign-in, however a page is asked for, and told nothing', async ({
  request,
}) => {
  const asked: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-forwarded-host': 'localhost', 'x-nextjs-data': '1' },
    { cookie: 'session=nothing.nothing' },
    { authorization: 'Bearer nothing' },
  ]
  const paths = [
    routes.instances(),
    routes.cen('cen-1'),
    routes.createIpsecConnection(),
    routes.customerGateways(),
    routes.operations(),
    routes.audit(),
    routes.people(),
    routes.ownAccount(),
  ]
  for (const headers of asked)
    for (const path of paths) {
      const answer = await request.get(`${own.url}${path}?_rsc=1`, { headers, maxRedirects: 0 })
      expect([path, answer.status()]).toEqual([path, 307])
      expect(answer.headers()['location']).toMatch(/\/sign-in\?next=/)
      // The address it leads to, and nothing else.
      expect(await answer.text()).toMatch(/^\S{0,60}$/)
    }
  for (const path of ['/api/cen', '/api/audit', '/api/people', '/api/people/sessions']) {
    const answer = await request.get(`${own.url}${path}`)
    expect([path, answer.status()]).toEqual([path, 401])
  }
  expect((await request.get(`${own.url}/api/health`)).status()).toBe(200)
  const bearer = { authorization: `Bearer ${METRICS_TOKEN}` }
  expect((await request.get(`${own.url}/metrics`)).status()).toBe(401)
  expect((await request.get(`${own.url}/metrics`, { headers: bearer })).status()).toBe(200)
})

test('S22: the setup link makes the first administrator, once, and nobody without it', async ({
  browser,
}) => {
  const link = setupLink()
  const stranger = await someone(browser)
  await stranger.goto(`${link.pathname}#wrong`)
  const fill = async (page: Page, { name, email, password }: typeof ADMIN) => {
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('textbox', { name: 'Email address' }).fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Create administrator' }).click()
  }
  await fill(stranger, ADMIN)
  await expect(
    stranger.getByText('This link was used or belongs to an earlier start.'),
  ).toBeVisible()

  const sent: string[] = []
  admin.on('request', (asked) => sent.push(asked.url()))
  await admin.goto(link.href)
  expect(await accessible(admin)).toEqual([])
  await fill(admin, { ...ADMIN, password: 'short' })
  await expect(admin.getByText('The password has 5 characters. Use at least 12.')).toBeVisible()
  await fill(admin, { ...ADMIN, password: 'password1234' })
  await expect(admin.getByText('This password is one of those that are tried first.')).toBeVisible()
  await fill(admin, ADMIN)
  await expect(admin.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
  await expect(admin.getByText('No sign-in')).toHaveCount(0)
  // What stands behind the # reached no server as an address.
  expect(sent.filter((address) => address.includes(link.hash.slice(1)))).toEqual([])

  await stranger.goto(link.href)
  await fill(stranger, { ...NEWCOMER })
  await expect(
    stranger.getByText('This link was used or belongs to an earlier start.'),
  ).toBeVisible()
})

test('S19, S20: the cookie of a session is for this host alone, no script reads it, and signing out kills it', async ({
  request,
}) => {
  const [cookie] = (await admin.context().cookies()).filter(({ name }) => name === 'session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(cookie?.value.length).toBeGreaterThan(43)
  const asked = () =>
    request.get(`${own.url}/api/cen`, { headers: { cookie: `session=${cookie?.value}` } })
  expect((await asked()).status()).toBe(200)
  await admin.getByRole('button', { name: 'Ada, your account' }).click()
  await admin.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  expect((await asked()).status()).toBe(401)
})

test('a wrong password and an unknown name are told the same; the right person gets to the page that was asked for', async () => {
  await admin.goto(routes.customerGateways())
  expect(await accessible(admin)).toEqual([])
  await signIn(admin, { ...ADMIN, password: 'not the password' })
  await expect(admin.getByText('The email address or the password is wrong.')).toBeVisible()
  await signIn(admin, { ...ADMIN, email: 'nobody@example.com' })
  await expect(admin.getByText('The email address or the password is wrong.')).toBeVisible()
  await signIn(admin, ADMIN)
  await expect(admin.getByRole('heading', { level: 1, name: 'Customer gateways' })).toBeVisible()
})

test('the address after the sign-in is always one of the console', async ({ browser }) => {
  const page = await someone(browser)
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1'])
    for (const said of [next, encodeURIComponent(next)]) {
      await page.goto(`${routes.signIn()}?next=${encodeURIComponent(said)}`)
      await signIn(page, ADMIN)
      await expect(page.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
      expect(new URL(page.url()).origin).toBe(own.url)
      await page.context().clearCookies()
    }
})

test('a form keeps what was typed when the session ends, and goes on after signing in again', async ({
  browser,
}) => {
  const page = await someone(browser)
  await page.goto(routes.instances())
  await signIn(page, ADMIN)
  await page.getByRole('button', { name: /^Create CEN instance/ }).click()
  const drawer = page.getByRole('complementary', { name: 'Create CEN instance' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill('typed-before')

  await admin.goto(routes.ownAccount())
  expect(await accessible(admin)).toEqual([])
  await admin.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(admin.getByText('The session has ended.').first()).toBeVisible()

  await drawer.getByRole('button', { name: 'OK, create CEN instance' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  expect(await accessible(page)).toEqual([])
  await dialog.getByLabel('Password').fill(ADMIN.password)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(drawer.getByRole('textbox', { name: 'Name' })).toHaveValue('typed-before')
  await drawer.getByRole('button', { name: 'OK, create CEN instance' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByText('typed-before').first()).toBeVisible()
})

test('an invitation opens once; its person does what the role allows, until an administrator changes that', async ({
  browser,
}) => {
  await admin.goto(routes.people())
  const keys = admin.getByRole('row', { name: /^Reveal pre-shared keys/ })
  await expect(keys.getByRole('cell')).toHaveText(['No', 'Yes', 'Yes', 'Yes', 'Always', 'Never'])
  await admin.getByRole('button', { name: 'Invite' }).click()
  const drawer = admin.getByRole('complementary', { name: 'Invite somebody' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill(NEWCOMER.name)
  await drawer.getByRole('textbox', { name: 'Email address' }).fill(NEWCOMER.email)
  expect(await accessible(admin)).toEqual([])
  await drawer.getByRole('button', { name: 'OK, create invitation' }).click()
  const shown = admin.getByRole('dialog', { name: 'The invitation for Omar' })
  const link = await shown.getByText(/\/invitation#/).innerText()
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(admin.getByText('omar@example.com')).toBeVisible()

  const omar = await someone(browser)
  const acceptIt = async (page: Page) => {
    await page.goto(link)
    await page.getByLabel('Password').fill(NEWCOMER.password)
    await page.getByRole('button', { name: 'Accept and sign in' }).click()
  }
  await acceptIt(omar)
  await expect(omar.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
  const other = await someone(browser)
  await acceptIt(other)
  await expect(other.getByText('This invitation was used')).toBeVisible()

  // A viewer: the action refuses by itself.
  expect((await omar.goto(routes.people()))?.status()).toBe(404)
  expect((await omar.request.get('/api/people')).status()).toBe(403)
  await omar.goto(routes.instances())
  // A button that this role may not press is there, can be reached, and says whom to ask.
  const create = omar.getByRole('button', { name: /^Create CEN instance/ })
  await expect(create).toHaveAttribute('title', 'Viewers read and change nothing. Ask Ada.')
  await create.focus()
  await expect(create).toBeFocused()
  await omar.keyboard.press('Enter')
  await expect(omar.getByRole('complementary')).toHaveCount(0)
  expect(await accessible(omar)).toEqual([])

  await admin.reload()
  const row = admin.getByRole('row', { name: /Omar/ })
  await row.getByRole('button', { name: 'Change role' }).click()
  const role = admin.getByRole('complementary', { name: 'Role and limits of Omar' })
  await role.getByRole('combobox', { name: 'Role' }).click()
  await admin.getByRole('option', { name: 'Administrator' }).click()
  await role.getByRole('button', { name: 'OK, change role' }).click()
  await expect(role).toBeHidden()
  expect((await omar.request.get('/api/people')).status()).toBe(200)

  await row.getByRole('button', { name: 'Disable' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(row.getByText('Disabled')).toBeVisible()
  expect((await omar.request.get('/api/people')).status()).toBe(401)
  await omar.goto(routes.instances())
  await signIn(omar, NEWCOMER)
  await expect(omar.getByText('The email address or the password is wrong.')).toBeVisible()
})

test('the audit says who did what, signing in and failing to included', async () => {
  await admin.goto(`${routes.audit()}?q=console`)
  const table = admin.getByRole('table')
  const line = (action: string, person: string) =>
    table.getByRole('row').filter({ hasText: action }).filter({ hasText: person }).first()
  await expect(line('console:disable', 'ada@example.com').getByText('Administrator')).toBeVisible()
  await expect(line('console:sign-in', 'omar@example.com').getByText('Refused')).toBeVisible()
  await admin.goto(`${routes.audit()}?q=CreateCen`)
  await expect(line('cen:CreateCen', 'ada@example.com')).toBeVisible()
  expect(await accessible(admin)).toEqual([])
})

test('the pages of people are sound in Chinese and in the dark', async () => {
  await admin.context().addCookies([
    { name: 'locale', value: 'zh-CN', url: own.url },
    { name: 'theme', value: 'dark', url: own.url },
  ])
  for (const [path, title] of [
    [routes.people(), '人员'],
    [routes.ownAccount(), '我的账号'],
    [routes.audit(), '审计'],
  ] as const) {
    await admin.goto(path)
    await expect(admin.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(await accessible(admin)).toEqual([])
  }
})

test('people behind one address are counted apart: who floods is refused, who is signed in is served', async () => {
  const read = async () => (await admin.request.get('/api/cen')).status()
  expect(await read()).toBe(200)
  const isRefused = async () => {
    const flood = Array.from({ length: 200 }, () => fetch(`${own.url}/x%zz`))
    return (await Promise.all(flood)).some(({ status }) => status === 429)
  }
  await expect.poll(isRefused).toBe(true)
  for (let time = 0; time < 10; time += 1) expect(await read()).toBe(200)
})
