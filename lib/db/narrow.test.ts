import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'

import { mayChangeAudit, migrateDatabase } from '@/lib/db/migrate'
import { startDatabase } from '@/lib/db/test/rig'

const database = await startDatabase()
const console = new Client({ connectionString: database.url })
await console.connect()
afterAll(async () => {
  await console.end()
  await database.stop()
})

const HEAD = `at, actor, phase, action, region_id, changes, hash`
const LINE = `now(), 'main', 'intent', 'x', '', '[]', 'h'`

test('the role of the console reads and adds lines of the audit and changes none of what is the owner’s', async () => {
  await console.query(`insert into audit (${HEAD}) values (${LINE})`)
  expect((await console.query('select count(*)::int as lines from audit')).rows).toEqual([
    { lines: 1 },
  ])
  for (const statement of [
    `update audit set actor = 'nobody'`,
    `delete from audit`,
    `truncate audit`,
    `alter table audit disable trigger user`,
    `drop trigger audit_append_only on audit`,
    `create trigger mine before insert on audit for each row execute function refuse_change()`,
    `alter table audit owner to current_user`,
    `alter table audit rename to other`,
    `drop table audit`,
    `select setval('audit_id_seq', 1)`,
    `create or replace function lock_audit() returns text language sql as $$ select '' $$`,
    `create or replace view audit_write as select * from audit`,
    `create rule none as on insert to audit do instead nothing`,
    `create table audit_of_mine (line text)`,
    `create temporary table audit (line text)`,
    `create schema mine`,
    `create schema pg_temp_of_mine`,
    `create function f() returns int language sql as $$ select 1 $$`,
    `drop table operation`,
    `truncate operation`,
    `alter table operation add column more text`,
    `drop schema dbos cascade`,
    `alter table dbos.workflow_status add column more text`,
    `delete from drizzle.__drizzle_migrations`,
    `set role console`,
    `set session authorization console`,
    `set session_replication_role = replica`,
    `alter role current_user superuser`,
    `create role other`,
    `create database other`,
    `create extension dblink`,
    `alter system set fsync = off`,
    `copy audit to '/tmp/audit'`,
    `copy audit from program 'true'`,
    `select pg_read_file('/etc/passwd')`,
    `select pg_ls_dir('/')`,
  ])
    await expect(console.query(statement).then(() => statement)).rejects.toMatchObject({
      // insufficient_privilege, or a parameter that this role may not set
      code: expect.stringMatching(/^(42501|22023)$/),
    })
})

test('what the migration grants holds when it runs again, and a privilege given meanwhile is taken back', async () => {
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('grant update, delete on audit to console_app')
  expect(await mayChangeAudit(database.url)).toBe(true)
  await migrateDatabase(database.ownerUrl, database.url)
  expect(await mayChangeAudit(database.url)).toBe(false)
  await owner.end()
})

test('an owner, and a role that could set a table before the audit, are told apart from a narrow one', async () => {
  expect(await mayChangeAudit(database.ownerUrl)).toBe(true)
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  for (const what of ['create on schema public', 'temporary on database postgres']) {
    await owner.query(`grant ${what} to console_app`)
    expect([what, await mayChangeAudit(database.url)]).toEqual([what, true])
    await owner.query(`revoke ${what} from console_app`)
  }
  await owner.end()
})

test('one address for both still migrates, as with a database of one’s own that has one role', async () => {
  await migrateDatabase(database.ownerUrl, database.ownerUrl)
  expect(await mayChangeAudit(database.url)).toBe(false)
})

test('a start whose one role could change the audit says so, with two of them it is silent', async () => {
  const told = async (env: Record<string, string>) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'scripts/migrate.ts'],
      { env: { ...process.env, ...env } },
    )
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('{"level":'))
      .map((line) => JSON.parse(line) as { level: number; msg: string })
  }
  const { url, ownerUrl } = database
  expect(await told({ DATABASE_URL: ownerUrl })).toMatchObject([
    { level: 40, msg: expect.stringContaining('DATABASE_OWNER_URL') },
  ])
  expect(await told({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })).toEqual([])
})
