import { readFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { callLog } from '@/e2e/fixtures/cloud'
import { databaseLeaks, containsCanary } from '@/lib/db/test/canary'
import { startPostgres } from '@/scripts/postgres'

// The same as in playwright.config.ts.
const DATA_DIR = 'test-results/data'
const SERVER_LOG = 'test-results/server.log'

test('after all tests no key stands in the database, in its files or in a log', async () => {
  const { url } = await startPostgres(DATA_DIR)
  expect(await databaseLeaks(url)).toEqual([])
  const log = readFileSync(SERVER_LOG, 'latin1')
  expect(log).toContain('emulator: ')
  expect(containsCanary(log)).toBe(false)
  const calls = await callLog()
  expect(calls).toContain('"action"')
  expect(containsCanary(calls)).toBe(false)
})
