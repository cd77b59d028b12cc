import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'
import { Client } from 'pg'

import { callLog } from '@/e2e/fixtures/cloud'
import { databaseLeaks, containsCanary } from '@/lib/db/test/canary'
import { routes } from '@/lib/navigation/routes'
import { startPostgres } from '@/scripts/postgres'

// The same as in playwright.config.ts.
const DATA_DIR = 'test-results/data'
const SERVER_LOG = 'test-results/server.log'

test('after all tests no key stands in the database, in its files or in a log', async () => {
  const { ownerUrl } = await startPostgres(DATA_DIR)
  expect(await databaseLeaks(ownerUrl)).toEqual([])
  const log = readFileSync(SERVER_LOG, 'latin1')
  expect(log).toContain('emulator: ')
  expect(containsCanary(log)).toBe(false)
  const calls = await callLog()
  expect(calls).toContain('"action"')
  expect(containsCanary(calls)).toBe(false)
})

test('a line that the owner of the database takes away at the end is missed by the check', async ({
  page,
}) => {
  const { ownerUrl } = await startPostgres(DATA_DIR)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: string }>(`
    insert into audit (at, actor, phase, action, region_id, changes, hash)
    values (now(), 'nobody', 'intent', 'none', '', '[]', '') returning id`)
  const id = Number(rows[0]?.id)
  await expect(() => {
    expect(readFileSync(join(DATA_DIR, 'audit.end'), 'utf8').split(' ')[0]).toBe(String(id))
  }).toPass()
  await page.goto(routes.audit())
  const check = page.getByRole('button', { name: 'Check the chain' })
  await check.click()
  await expect(page.getByText(`Line ${id} is not as it was written`)).toBeVisible()
  await owner.query(`
    alter table audit disable trigger user;
    delete from audit where id = ${id};
    alter table audit enable trigger user`)
  await owner.end()
  await check.click()
  await expect(page.getByText(`line ${id} had been written`)).toBeVisible()
})
