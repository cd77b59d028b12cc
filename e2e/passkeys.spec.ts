import AxeBuilder from '@axe-core/playwright'
import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { Client } from 'pg'

import { type OwnConsole, startConsole } from '@/e2e/fixtures/own-console'
import { ADA, firstAdministrator } from '@/e2e/fixtures/people'
import { startDatabase, type TestDatabase } from '@/lib/db/test/rig'
import { routes } from '@/lib/navigation/routes'

let database: TestDatabase
let own: OwnConsole

test.beforeAll(async () => {
  database = await startDatabase()
  const started = await startConsole({
    AUTH: 'local',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  })
  // Passkeys are bound to a name.
  const named = (text: string) => text.replaceAll('127.0.0.1', 'localhost')
  own = { ...started, url: named(started.url), said: () => named(started.said()) }
})
test.afterAll(async () => {
  await own.stop()
  await database.stop()
})

async function accessible(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

/** A device of the browser that unlocks when it is asked, until it is told not to. */
async function withDevice(
  page: Page,
): Promise<{ unlocks: (isUserVerified: boolean) => Promise<unknown> }> {
  const devtools: CDPSession = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    unlocks: (isUserVerified) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

test('S17: a passkey is added, signs in by itself, also over a page whose session ended, and proves who is there', async ({
  browser,
}) => {
  const page = await firstAdministrator(browser, own)
  const device = await withDevice(page)
  await page.goto(routes.ownAccount())
  await page.getByRole('button', { name: 'Add passkey' }).click()
  const drawer = page.getByRole('complementary', { name: 'Add passkey' })
  await drawer.getByRole('textbox', { name: 'Name' }).fill('laptop')
  expect(await accessible(page)).toEqual([])
  await drawer.getByRole('textbox', { name: 'Name' }).press('Control+Enter')
  await expect(drawer).toBeHidden()
  const row = page.getByRole('row', { name: /Passkey/ })
  await expect(row).toContainText('laptop')
  await expect(row).toContainText('localhost')
  expect(await accessible(page)).toEqual([])
  await row.getByRole('button', { name: 'Edit Name' }).click()
  await row.getByRole('textbox', { name: 'Name' }).fill('blue laptop')
  await row.getByRole('textbox', { name: 'Name' }).press('Control+Enter')
  await expect(row.getByText('blue laptop')).toBeVisible()

  await page.getByRole('button', { name: ADA.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Email address' }).fill(ADA.email)
  await page.getByLabel('Password').fill(ADA.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your account also asks for a passkey')).toBeVisible()
  const signIn = page.getByRole('button', { name: 'Sign in with a passkey' })
  await expect(signIn).toBeFocused()
  expect(await accessible(page)).toEqual([])
  await device.unlocks(false)
  await page.keyboard.press('Enter')
  await expect(page.getByText('No passkey was used')).toBeVisible()
  await device.unlocks(true)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()

  await query("update session set proven_at = now() - interval '6 minutes'")
  await page.goto(`${routes.ipsecConnections()}?region=eu-central-1`)
  await page.getByRole('link', { name: 'munich-hq' }).first().click()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const proof = page.getByRole('dialog', { name: 'Show that it is you' })
  await expect(proof.getByRole('button', { name: 'Use your password instead' })).toBeVisible()
  expect(await accessible(page)).toEqual([])
  await expect(proof.getByRole('button', { name: 'Use your passkey' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(proof).toBeHidden()
  await expect(page.getByRole('button', { name: 'Hide', exact: true })).toBeVisible()

  await query('delete from session')
  await page.getByRole('button', { name: 'Edit Name' }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill('munich-main')
  await page.keyboard.press('Control+Enter')
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await again.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(again).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('munich-main')
})
