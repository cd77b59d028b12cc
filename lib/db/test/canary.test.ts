import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'

import { CANARY, databaseLeaks, containsCanary, leakingFiles } from '@/lib/db/test/canary'
import { startDatabase } from '@/lib/db/test/rig'

test('a key is found however it is spelled', () => {
  for (const spelled of [
    `key ${CANARY}`,
    JSON.stringify({ CANARY }),
    `https://example.com/?${new URLSearchParams({ CANARY }).toString()}`,
    `https://example.com/?key=${encodeURIComponent(CANARY)}`,
    Buffer.from(CANARY).toString('base64'),
    Buffer.from(CANARY).toString('hex'),
  ])
    expect(containsCanary(spelled)).toBe(true)
  expect(containsCanary('key Kanari')).toBe(false)
})

test('a key in a row of another database, in a file of the server or in a log beside it is found', async () => {
  const database = await startDatabase()
  onTestFinished(async () => {
    await expect(database.stop()).rejects.toThrow('servers.log')
  })
  expect(await databaseLeaks(database.ownerUrl)).toEqual([])
  const admin = new Client({ connectionString: database.ownerUrl })
  await admin.connect()
  // Long values are stored compressed: only reading the row shows them.
  await admin.query('create table note as select repeat($1, 10000) as text', [CANARY])
  await admin.end()
  const [row] = await databaseLeaks(database.ownerUrl)
  expect(row).toMatch(/^public\.note /)
  appendFileSync(join(database.dataDir, 'servers.log'), `key: ${CANARY}\n`)
  expect(leakingFiles(database.dataDir)).toEqual([join(database.dataDir, 'servers.log')])
})
