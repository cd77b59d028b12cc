import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { TEST_TLS } from '@/gate/test/tls'
import { routes } from '@/lib/navigation/routes'
import { BUILD_FOLDER } from '@/scripts/build'
import { freePorts } from '@/scripts/ports'
import { startPostgres } from '@/scripts/postgres'

// A console of its own, started as people start it: by npm.
let start: ChildProcess
let folder: string
let ports: number[]
let output: string
/** What npm starts writes to one pipe, which ends when the last of it has ended; what that starts ends with it, a moment later. */
let allEnded: Promise<unknown>

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cen-vpn-start-'))
  // Under root the cluster belongs to another user, who has to pass.
  chmodSync(folder, 0o711)
  ports = await freePorts(2)
})

test.afterEach(async () => {
  try {
    process.kill(-start.pid!, 'SIGKILL')
  } catch {
    // Nothing of it is left, as it should be.
  }
  await allEnded
  rmSync(folder, { recursive: true, force: true })
})

test('npm start says ready when all is up, writes what only its owner reads, and SIGTERM to npm ends everything', async () => {
  // From a version that let everyone read.
  writeFileSync(join(folder, 'emulator.db'), '', { mode: 0o644 })
  await started()
  const health = await fetch(`http://127.0.0.1:${ports[0]}/api/health`)
  expect(await health.json()).toMatchObject({
    status: 'ok',
    database: 'up',
    cloud: 'up',
    operations: 'up',
  })

  expect(readableByOthers(folder)).toEqual([])
  expect(statSync(BUILD_FOLDER).mode & 0o077).toBe(0)

  start.kill('SIGTERM')
  await expectNothingLeft()
})

test('an npm that is killed without a word takes what it started with it', async () => {
  await started()
  start.kill('SIGKILL')
  await expectNothingLeft()
})

test('a start that is killed takes the console and the emulator with it, and the next one joins its database', async () => {
  await started('node --import tsx scripts/start.ts')
  start.kill('SIGKILL')
  await allEnded
  for (const port of ports) await expect.poll(() => listens(port)).toBe(false)
  const database = await startPostgres(folder)
  await database.stop()
  expect(existsSync(join(folder, 'postgres/data/postmaster.pid'))).toBe(false)
})

test('a start that is ended while its database comes up leaves no database', async () => {
  spawnStart()
  await expect.poll(() => existsSync(join(folder, 'postgres'))).toBe(true)
  start.kill('SIGTERM')
  await expectNothingLeft()
})

test('over TLS what is kept in the browser is kept for this host and for TLS only', async ({
  browser,
}) => {
  const [certificate, key] = ['cert', 'key'].map((name) => join(folder, `${name}.pem`))
  writeFileSync(certificate!, TEST_TLS.cert)
  writeFileSync(key!, TEST_TLS.key)
  await started(`env TLS_CERT=${certificate} TLS_KEY=${key} node --import tsx scripts/start.ts`)
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  const answer = await page.goto(`https://127.0.0.1:${ports[0]}${routes.instances()}`)
  expect(answer?.headers()).toHaveProperty('strict-transport-security')
  const theme = page.getByRole('button', { name: /^Theme/ })
  const before = (await theme.getAttribute('aria-label')) ?? ''
  await theme.click()
  await expect(page.getByRole('button', { name: before, exact: true })).toBeHidden()
  const chosen = (await theme.getAttribute('aria-label')) ?? ''
  await expect
    .poll(() => context.cookies())
    .toMatchObject([
      {
        name: '__Host-theme',
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        domain: '127.0.0.1',
      },
    ])
  // What it was given it reads again.
  await page.reload()
  await expect(page.getByRole('button', { name: chosen, exact: true })).toBeVisible()
  await context.close()
  start.kill('SIGTERM')
  await expectNothingLeft()
})

test('with few descriptors, connections that several addresses hold open keep no other one out', async () => {
  await started('sh -c "ulimit -n 512; exec node --import tsx scripts/start.ts"')
  const page = `GET /cen HTTP/1.1\r\nHost: 127.0.0.1:${ports[0]}\r\n\r\n`
  const crowd = Array.from({ length: 900 }, (_, at) => {
    const localAddress = `127.0.0.${10 + (at % 6)}`
    const socket = connect({ port: ports[0]!, host: '127.0.0.1', localAddress })
    socket.on('error', () => undefined).resume()
    // Nothing, a beginning, and a whole request: what is held open after each.
    socket.write(['', page.slice(0, 20), page][Math.floor(at / 300)]!)
    return socket
  })
  await Promise.all(crowd.map(async (socket) => socket.pending && (await once(socket, 'connect'))))
  const health = async () =>
    (await (await fetch(`http://127.0.0.1:${ports[0]}/api/health`)).json()) as unknown
  // Let in each time. Next may be busy with the pages that the crowd asked for, and is well when it has made them.
  for (let round = 0; round < 5; round += 1) await health()
  await expect.poll(health).toMatchObject({ status: 'ok', database: 'up', operations: 'up' })
  for (const socket of crowd) socket.destroy()
  start.kill('SIGTERM')
  await expectNothingLeft()
})

/** In a group of its own, so that whatever it should leave behind can be ended. */
function spawnStart(command = 'npm start'): void {
  const [PORT, EMULATOR_PORT] = ports.map(String)
  const env = { ...process.env, PORT, EMULATOR_PORT, DATA_DIR: folder, LOG_LEVEL: 'error' }
  start = spawn('sh', ['-c', `exec ${command} 2>&1`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  output = ''
  start.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()))
  allEnded = once(start.stdout!, 'close')
}

async function started(command?: string): Promise<void> {
  spawnStart(command)
  const isReady = new Promise((resolve) => {
    start.stdout!.on('data', () => output.includes('is ready: ') && resolve(true))
  })
  if ((await Promise.race([isReady, allEnded])) !== true) throw new Error(output)
}

async function expectNothingLeft(): Promise<void> {
  await allEnded
  for (const port of ports) await expect.poll(() => listens(port)).toBe(false)
  // PostgreSQL writes elsewhere; its lock file says whether it runs.
  expect(existsSync(join(folder, 'postgres/data/postmaster.pid'))).toBe(false)
}

function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).finally(() => socket.destroy())
}

/** The cluster's files are PostgreSQL's own, in a folder that it keeps to itself. */
function readableByOthers(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.name === 'postgres')
    .filter((entry) => (statSync(join(path, entry.name)).mode & 0o077) !== 0)
    .map((entry) => entry.name)
}
