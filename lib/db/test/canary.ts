import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { Client } from 'pg'

/** A pre-shared key that must turn up nowhere but in the cloud; each encoding spells it differently. */
export const CANARY = 'Kanari.4711+%&<"\'/=x'

const SPELLINGS = [
  CANARY,
  JSON.stringify(CANARY).slice(1, -1),
  encodeURIComponent(CANARY),
  new URLSearchParams({ CANARY }).toString().slice('CANARY='.length),
  CANARY.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  Buffer.from(CANARY).toString('base64').replace(/=+$/, ''),
  Buffer.from(CANARY).toString('hex'),
  Buffer.from(CANARY, 'utf16le').toString('latin1'),
]

export const containsCanary = (text: string): boolean =>
  SPELLINGS.some((spelling) => text.includes(spelling))

/** @throws when there are any. */
export function expectNoLeaks(leaks: readonly string[]): void {
  if (leaks.length > 0) throw new Error(`A pre-shared key stands in ${leaks.join('\n')}`)
}

/** The files below a folder that hold it. */
export const leakingFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => containsCanary(readIfThere(path)))

/** A server that runs takes some of its files away at any time. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Where it stands on a database server: in each table of each database, in its files and logs. */
export async function databaseLeaks(url: string): Promise<string[]> {
  const leaks: string[] = []
  const names = await ask<{ datname: string }>(
    url,
    'select datname from pg_database where not datistemplate',
  )
  for (const { datname } of names) leaks.push(...(await rowLeaks(databaseAt(url, datname))))
  await ask(url, 'checkpoint')
  const [server] = await ask<{ data_directory: string }>(url, 'show data_directory')
  return [...leaks, ...leakingFiles(dirname(server!.data_directory))]
}

async function rowLeaks(url: string): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    url,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const leaks: string[] = []
  for (const { name } of tables) {
    // Each text by itself, as a row in one piece would escape it once more.
    const texts = await ask<{ text: string }>(
      url,
      `select found_text #>> '{}' as text
       from ${name} t, jsonb_path_query(to_jsonb(t), '$.**') found(found_text)
       where jsonb_typeof(found_text) = 'string'`,
    )
    leaks.push(
      ...texts.filter(({ text }) => containsCanary(text)).map(({ text }) => `${name} ${text}`),
    )
  }
  return leaks
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export const databaseAt = (server: string, name: string) =>
  server.replace('/postgres?', `/${encodeURIComponent(name)}?`)
