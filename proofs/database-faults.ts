import type { Cluster } from '@/proofs/cluster'
import { startPostgres } from '@/scripts/postgres'

/** Something that befalls the database of a cluster. */
export interface DatabaseFault {
  title: string
  /** How long it lasts, in milliseconds. */
  lasts: number
  /** The database takes writes all the same. */
  takesWrites?: true
  /** It befalls the whole server with all its databases. */
  isOfServer?: true
  prepare: (cluster: Cluster) => Promise<void>
  begin: (cluster: Cluster) => Promise<void>
  end: (cluster: Cluster) => Promise<void>
}

/** What every change of every table does first. */
const eachWrite = (body: string) => async (cluster: Cluster) =>
  void (await cluster.database.query(
    `create or replace function befall() returns trigger language plpgsql
     as $$ begin ${body}; return null; end $$`,
  ))

async function callOnEachWrite(cluster: Cluster): Promise<void> {
  await eachWrite('null')(cluster)
  await cluster.database.query(`
    do $$ declare t record; begin
      for t in select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') loop
        execute 'create trigger befall before insert or update or delete on ' || t.name
          || ' for each statement execute function befall()';
      end loop;
    end $$`)
}

const onWrites = (title: string, body: string, lasts: number): DatabaseFault => ({
  title,
  lasts,
  prepare: callOnEachWrite,
  begin: eachWrite(body),
  end: eachWrite('null'),
})

/** Each is what PostgreSQL says or does then. */
export const DATABASE_FAULTS: DatabaseFault[] = [
  onWrites('full', `raise 'No space left on device' using errcode = '53100'`, 1000),
  onWrites('read-only', `raise 'read-only transaction' using errcode = '25006'`, 1000),
  { ...onWrites('slow', 'perform pg_sleep(5)', 1000), takesWrites: true },
  {
    title: 'stopped and started',
    isOfServer: true,
    lasts: 1000,
    prepare: () => Promise.resolve(),
    begin: async ({ dataDir }) => (await startPostgres(dataDir)).stop(),
    end: async ({ dataDir }) => void (await startPostgres(dataDir)),
  },
]

/** The same fault, begun by the first of several and ended by the last. */
export function counted(fault: DatabaseFault): Pick<DatabaseFault, 'begin' | 'end'> {
  let underway = 0
  let change = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    change = change.then(() => work())
    return change
  }
  return {
    begin: (cluster) =>
      inTurn(async () => {
        underway += 1
        if (underway === 1) await fault.begin(cluster)
      }),
    end: (cluster) =>
      inTurn(async () => {
        underway -= 1
        if (underway === 0) await fault.end(cluster)
      }),
  }
}
