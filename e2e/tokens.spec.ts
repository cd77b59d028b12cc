import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Client } from 'pg'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { firstAdministrator, invited } from '@/e2e/fixtures/people'
import { startDatabase, type TestDatabase } from '@/lib/db/test/rig'
import { routes } from '@/lib/navigation/routes'

test.describe.configure({ mode: 'serial' })

const OLGA = { name: 'Olga', email: 'olga@example.com', password: 'seven blue umbrellas' }

let database: TestDatabase
let own: OwnConsole
let admin: Page
let olga: Page
let token: string

test.beforeAll(async ({ browser }) => {
  database = await startDatabase()
  own = await startConsole({
    AUTH: 'local',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  })
  admin = await firstAdministrator(browser, own)
  olga = await invited(browser, own, { admin, who: OLGA, role: 'Operator' })
})
test.afterAll(async () => {
  await own.stop()
  await database.stop()
})

/** Six minutes pass, in which Olga proves nothing. */
async function forgetProofs(): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(
    "update session set proven_at = now() - interval '6 minutes' where person_id = (select id from person where email = $1)",
    [OLGA.email],
  )
  await client.end()
}

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** As a script asks: by node, without cookies or anything of a browser. */
const ask = (path: string, shown = token) =>
  fetch(`${own.url}${path}`, { headers: { authorization: `Bearer ${shown}` }, redirect: 'manual' })

test('a person makes a token, sees it once, and a script reads with it through the gate', async () => {
  await olga.goto(routes.ownAccount())
  await expect(olga.getByText('There is no API token.')).toBeVisible()
  await olga.getByRole('button', { name: 'Create token' }).click()
  const drawer = olga.getByRole('complementary', { name: 'Create token' })
  await drawer.getByRole('combobox', { name: 'Role' }).click()
  // No role above one's own is offered.
  await expect(olga.getByRole('option')).toHaveText(['Viewer', 'Operator'])
  await olga.getByRole('option', { name: 'Viewer' }).click()
  await drawer.getByRole('textbox', { name: 'Valid for days' }).fill('0')
  await drawer.getByRole('textbox', { name: 'Name' }).fill('nightly report')
  await olga.keyboard.press('Control+Enter')
  await expect(drawer.getByText(/365/).first()).toBeVisible()
  await drawer.getByRole('textbox', { name: 'Valid for days' }).fill('30')
  expect(await accessible(olga)).toEqual([])
  // Whoever finds a browser open makes no token, which outlives it.
  await forgetProofs()
  await olga.keyboard.press('Control+Enter')
  await olga
    .getByRole('dialog', { name: 'Show that it is you' })
    .getByLabel('Password')
    .fill(OLGA.password)
  await olga.keyboard.press('Enter')
  const shown = olga.getByRole('dialog', { name: 'The token nightly report' })
  token = await shown.getByText(/^cvct_/).innerText()
  expect(await accessible(olga)).toEqual([])
  await shown.getByRole('button', { name: 'Done' }).click()
  await expect(
    olga
      .getByRole('row', { name: /nightly report/ })
      .getByText('-')
      .first(),
  ).toBeVisible()
  await olga.reload()
  expect(await olga.content()).not.toContain(token)

  expect((await ask('/api/cen')).status).toBe(200)
  expect((await ask('/metrics')).status).toBe(200)
  const described = (await (await ask('/api/openapi')).json()) as { paths: object }
  expect(Object.keys(described.paths)).toContain('/api/ipsec-connections')
  expect((await ask('/api/people')).status).toBe(403)
  // It opens no page, and nothing by its address.
  expect((await ask(routes.instances())).status).toBe(307)
  for (const path of ['/api/cen', routes.instances(), '/metrics', '/api/health'])
    expect([path, (await fetch(`${own.url}${path}?token=${token}`)).status]).toEqual([path, 400])
  expect((await fetch(`${own.url}/api/cen`)).status).toBe(401)
  expect((await ask('/api/cen', `cvct_${'a'.repeat(43)}`)).status).toBe(401)
  const foreign = await fetch(`${own.url}/api/cen`, {
    headers: { authorization: `Bearer ${token}`, origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(403)

  // A write comes through the gate by the token alone, and to the action, which says what the role may.
  const write = (headers: Record<string, string>) =>
    fetch(`${own.url}/api/actions/cen.create`, { method: 'POST', body: '{}', headers })
  const authorization = `Bearer ${token}`
  const refused = await write({ authorization })
  expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'NotAllowed' }])
  expect((await write({})).status).toBe(403)
  expect((await write({ authorization, origin: 'https://evil.example' })).status).toBe(403)
  expect((await write({ authorization, 'sec-fetch-site': 'none' })).status).toBe(403)
})

test('an administrator sees all tokens and takes one away; the audit says so', async () => {
  await admin.goto(routes.people())
  const row = admin.getByRole('table', { name: 'API tokens of everybody' }).getByRole('row', {
    name: /nightly report/,
  })
  await expect(row.getByText('Olga')).toBeVisible()
  expect(await accessible(admin)).toEqual([])
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toHaveCount(0)
  expect((await ask('/api/cen')).status).toBe(401)
  await admin.goto(`${routes.audit()}?q=token`)
  for (const action of ['console:create-token', 'console:revoke-token'])
    await expect(admin.getByRole('row').filter({ hasText: action }).first()).toBeVisible()
})

test('the tokens are sound in Chinese and in the dark', async () => {
  await olga.context().addCookies([
    { name: 'locale', value: 'zh-CN', url: own.url },
    { name: 'theme', value: 'dark', url: own.url },
  ])
  await olga.goto(routes.ownAccount())
  await expect(olga.getByRole('heading', { name: 'API令牌' })).toBeVisible()
  expect(await accessible(olga)).toEqual([])
})
