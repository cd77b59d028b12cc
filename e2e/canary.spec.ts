import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { expect, type Page } from '@playwright/test'
import { Client } from 'pg'

import { choose, finish, group, pressOk } from '@/e2e/attach-page'
import { readBack, test } from '@/e2e/attach-world'
import { callLog, fault } from '@/e2e/cloud'
import { routes } from '@/lib/routes'
import { startPostgres } from '@/scripts/postgres'

// The same as in playwright.config.ts.
const DATA_DIR = 'test-results/data'
const SERVER_LOG = 'test-results/server.log'

/** A key that is spelled differently in each encoding. */
const KEY = 'Kanari.4711+%&<"\'/=x'

const SPELLINGS = [
  KEY,
  JSON.stringify(KEY).slice(1, -1),
  encodeURIComponent(KEY),
  new URLSearchParams({ KEY }).toString().slice('KEY='.length),
  KEY.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  Buffer.from(KEY).toString('base64').replace(/=+$/, ''),
  Buffer.from(KEY).toString('hex'),
  Buffer.from(KEY, 'utf16le').toString('latin1'),
]

const holdsKey = (text: string) => SPELLINGS.some((spelling) => text.includes(spelling))

/** Everything the browser is sent from now on; gives where the key stood in it. */
function listen(page: Page) {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    const url = response.url()
    const body = response.body().catch(() => Buffer.of()) // a redirect has none
    answers.push(
      body.then((bytes) =>
        holdsKey(`${url} ${JSON.stringify(response.headers())} ${bytes.toString('latin1')}`)
          ? url
          : '',
      ),
    )
  })
  return async () => {
    const leaks = await Promise.all(answers)
    expect(leaks.length).toBeGreaterThan(20)
    return leaks.filter(Boolean)
  }
}

/** What the browser keeps of the console. */
async function stored(page: Page): Promise<string> {
  const kept = await page.context().storageState({ indexedDB: true })
  const rest = await page.evaluate(async () => {
    const names = await caches.keys()
    return JSON.stringify([Object.entries(sessionStorage), window.name, history.state, names])
  })
  return JSON.stringify(kept) + rest
}

async function databaseRows(client: Client): Promise<string[]> {
  const tables = await client.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  expect(tables.rows.length).toBeGreaterThan(10)
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const all = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
    rows.push(...all.rows.map(({ row }) => `${name} ${row}`))
  }
  return rows
}

/** The database's own files: tables, write-ahead log, its log. */
async function databaseFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a pre-shared key goes to the cloud and nowhere else, also when the cloud refuses it', async ({
  page,
  world,
}) => {
  test.setTimeout(120_000)
  const leaksInAnswers = listen(page)
  const ATTACH = 'CreateVpnAttachment'
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('canary-line')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await basic.getByLabel('Pre-Shared Key', { exact: true }).fill(KEY)
  await page.keyboard.press('Tab')
  expect(holdsKey(await stored(page))).toBe(false)

  // The first answer quotes what was sent, and the second one refuses it.
  const match = { Name: 'canary-line' }
  await fault({ fault: 'error', actions: [ATTACH], match, count: 1, message: KEY })
  await fault({ fault: 'denied', actions: [ATTACH], match, skip: 1, count: 1 })
  await pressOk(page)
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Continue' }).click({ timeout: 60_000 })
  await finish(page)

  const { attachment, connection } = await readBack(world)
  expect(JSON.stringify(connection)).toContain(JSON.stringify(KEY).slice(1, -1))
  const attachmentId = String(attachment['TransitRouterAttachmentId'])
  const vpnId = String(attachment['VpnId'])
  await page.goto(routes.operations())
  await page.getByRole('link', { name: 'canary-line' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('canary-line')
  for (const path of [
    routes.attachment(world.cenId, world.transitRouterId, attachmentId),
    routes.attachmentTab(world.cenId, world.transitRouterId, attachmentId, 'ipsec-connection'),
    routes.ipsecConnection('eu-central-1', vpnId),
    `${routes.audit()}?q=${vpnId}`,
  ]) {
    await page.goto(path)
    await expect(main.getByText(vpnId).first()).toBeVisible()
  }
  expect(holdsKey(await main.innerText())).toBe(false)
  expect(holdsKey(await stored(page))).toBe(false)
  expect(await leaksInAnswers()).toEqual([])

  const { url } = await startPostgres(DATA_DIR)
  const database = new Client({ connectionString: url })
  await database.connect()
  const rows = await databaseRows(database)
  expect(rows.filter((row) => row.includes('canary-line')).length).toBeGreaterThan(3)
  expect(rows.filter(holdsKey)).toEqual([])
  await database.query('checkpoint')
  const place = await database.query<{ data_directory: string }>('show data_directory')
  await database.end()
  const files = await databaseFiles(dirname(place.rows[0]?.data_directory ?? ''))
  const contents = files.map((file) => ({ file, text: readFileSync(file, 'latin1') }))
  expect(contents.some(({ text }) => text.includes('canary-line'))).toBe(true)
  expect(contents.filter(({ text }) => holdsKey(text)).map(({ file }) => file)).toEqual([])

  const log = readFileSync(SERVER_LOG, 'latin1')
  expect(log).toContain(ATTACH)
  expect(holdsKey(log)).toBe(false)
  const calls = await callLog()
  expect(calls).toContain(ATTACH)
  expect(holdsKey(calls)).toBe(false)
})
