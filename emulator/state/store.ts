import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'libsql'

import { type State, tablesOf } from './state'

/** Keeps the state on disk. Without a folder nothing is kept. */
export interface Store {
  /** Fills an empty state; false when nothing was stored yet. */
  load(state: State): boolean
  /** Writes the changes in the journal, all or nothing, and empties the journal. */
  flush(state: State): void
  /** Forgets everything. */
  clear(): void
  close(): void
}

export const memoryStore: Store = {
  load: () => false,
  flush: (state) => {
    state.journal.length = 0
  },
  clear: () => {},
  close: () => {},
}

/** A store in `<folder>/emulator.db`. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  const db = new Database(join(folder, 'emulator.db'))
  db.pragma('journal_mode = WAL')
  // A crash of the process loses nothing; a power cut may lose the last writes, which a stand-in can bear.
  db.pragma('synchronous = NORMAL')
  db.exec(
    'create table if not exists records (kind text, id text, json text not null, primary key (kind, id))',
  )
  const upsert = db.prepare(
    'insert into records values (?, ?, ?) on conflict do update set json = excluded.json',
  )
  const remove = db.prepare('delete from records where kind = ? and id = ?')
  const write = db.transaction((state: State) => {
    const touched = new Map(
      state.journal.map(({ table, id }) => [`${table.kind}/${id}`, { table, id }]),
    )
    for (const { table, id } of touched.values()) {
      const record = table.get(id)
      if (record) upsert.run(table.kind, id, JSON.stringify(record))
      else remove.run(table.kind, id)
    }
  })
  return {
    load: (state) => {
      const tables = new Map(tablesOf(state).map((table) => [table.kind, table]))
      const rows = db.prepare('select kind, id, json from records order by rowid').all() as {
        kind: string
        id: string
        json: string
      }[]
      for (const row of rows) tables.get(row.kind)?.restore(row.id, JSON.parse(row.json))
      return rows.length > 0
    },
    flush: (state) => {
      if (state.journal.length > 0) write(state)
      state.journal.length = 0
    },
    clear: () => {
      db.exec('delete from records')
    },
    close: () => db.close(),
  }
}
