import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'

import { freePorts } from '@/scripts/ports'

/** A page to measure, and how to stop what serves it. */
export interface Served {
  url: string
  stop: () => Promise<void>
  /** Seconds of CPU that what serves it has used, without the emulator and the database. */
  cpu: () => number
}

/** The console, and its emulator. */
export interface Console extends Served {
  emulatorPort: number
  /** What it printed so far: where nobody can sign in yet, the setup link. */
  said: () => string
  /** Sends something to an endpoint under `/_emulator`. */
  steer: (path: string, body: unknown, method?: 'POST' | 'DELETE') => Promise<void>
  /** When the calls since `after` came (milliseconds), and the number of the last one. */
  calls: (after?: number) => Promise<{ times: number[]; last: number }>
  /** Bytes of memory that what serves it has now, as `cpu` counts it. */
  memory: () => number
}

const NEXT = join(import.meta.dirname, '../../node_modules/next/dist/bin/next')

const EMPTY_APP = {
  'next.config.js': 'export default { poweredByHeader: false }\n',
  'package.json': '{ "name": "empty", "private": true, "type": "module" }\n',
  // Without one of its own it would take the console's, found in the folder above.
  'instrumentation.js': 'export function register() {}\n',
  'app/layout.js':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.js':
    "export const dynamic = 'force-dynamic'\n\nexport default function Page() {\n  return <h1>Empty</h1>\n}\n",
  'app/act/actions.js':
    "'use server'\n\nexport async function act({ said }) {\n  return { ok: said !== '' }\n}\n",
  'app/act/page.js': `'use client'
import { act } from './actions'

export default function Page() {
  return <button onClick={() => act({ said: 'pressed' })}>Act</button>
}
`,
  // Sixty fields that React holds, and nothing else.
  'app/form/page.js': `'use client'
import { useState } from 'react'

function Field({ name }) {
  const [value, setValue] = useState('')
  return <p><label>{name} <input type="text" value={value} onChange={(event) => setValue(event.target.value)} /></label></p>
}

export default function Page() {
  return <main>{Array.from({ length: 60 }, (_, index) => <Field key={index} name={'Field ' + index} />)}</main>
}
`,
}

/** Builds and serves an empty dynamic page of the same framework, the floor that no page of ours can beat; and a plain form at `/form`. */
export async function serveEmptyNext(folder: string, port: number): Promise<Served> {
  await Promise.all(
    ['form', 'act'].map((name) => mkdir(join(folder, 'app', name), { recursive: true })),
  )
  await Promise.all(
    Object.entries(EMPTY_APP).map(([name, text]) => writeFile(join(folder, name), text)),
  )
  await run(process.execPath, [NEXT, 'build', folder])
  const child = spawn(process.execPath, [NEXT, 'start', folder, '-p', String(port)], {
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}/`
  await answering(url, child)
  return { url, stop: () => stopped(child), cpu: () => cpuOf(child) }
}

/** Serves one HTML text from a bare Node server. */
export async function serveHtml(html: string, port: number): Promise<Served> {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html),
  )
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
    cpu: () => 0,
  }
}

/** Serves the same JSON from a Node server that does nothing else, in a process of its own. */
export async function serveBareNode(json: string): Promise<Served> {
  const script = `const json = process.env.JSON_TEXT
require('node:http')
  .createServer((_, response) => response.setHeader('content-type', 'application/json').end(json))
  .listen(process.env.PORT, '127.0.0.1')`
  const [port = 0] = await freePorts(1)
  const child = spawn(process.execPath, ['-e', script], {
    stdio: 'ignore',
    env: { ...process.env, JSON_TEXT: json, PORT: String(port) },
  })
  const url = `http://127.0.0.1:${port}/`
  await answering(url, child)
  return { url, stop: () => stopped(child), cpu: () => cpuOf(child) }
}

/** Starts the console itself, with its own data, and waits for its health. */
export async function serveConsole(
  dataDir: string,
  port: number,
  emulatorPort: number,
  settings: Record<string, string> = {},
): Promise<Console> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      EMULATOR_PORT: String(emulatorPort),
      EMULATOR_TIME_SCALE: '0',
      LOG_LEVEL: 'error',
      // What it measures are the calls of pages.
      WATCH_INTERVAL: '0',
      ...settings,
    },
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  await answering(`http://127.0.0.1:${port}/api/health`, child)
  const emulator = `http://127.0.0.1:${emulatorPort}/_emulator`
  return {
    url: `http://127.0.0.1:${port}`,
    emulatorPort,
    said: () => said,
    stop: () => stopped(child),
    cpu: () => cpuOf(child),
    memory: () => memoryOf(child),
    steer: async (path, body, method = 'POST') => {
      const answer = await fetch(emulator + path, {
        method,
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    },
    calls: async (after = 0) => {
      const answer = await fetch(`${emulator}/calls?after=${after}`)
      const { calls } = (await answer.json()) as { calls: { seq: number; time: string }[] }
      return {
        times: calls.map(({ time }) => Date.parse(time)),
        last: calls.at(-1)?.seq ?? after,
      }
    },
  }
}

/** The clock of Linux, in which /proc counts, has 100 ticks a second; its pages of memory have 4 kB. */
const TICKS = 100
const PAGE = 4096

const cpuOf = (child: ChildProcess) =>
  statsOf(child).reduce((sum, fields) => sum + Number(fields[9]) + Number(fields[10]), 0) / TICKS

const memoryOf = (child: ChildProcess) =>
  statsOf(child).reduce((sum, fields) => sum + Number(fields[19]), 0) * PAGE

/** What /proc says of each process of the console, from the fifth field on. */
function statsOf({ pid }: ChildProcess): string[][] {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const stat = read(`/proc/${name}/stat`)
        // The name of the program, in brackets, may hold anything.
        const [, parent, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return stat ? [[Number(name), { parent: Number(parent), fields }] as const] : []
      }),
  )
  const isOurs = (id: number): boolean =>
    id === pid || (stats.has(id) && isOurs(stats.get(id)?.parent ?? 0))
  const isOther = (id: number) => /emulator|postgres/.test(read(`/proc/${id}/cmdline`))
  return [...stats].filter(([id]) => isOurs(id) && !isOther(id)).map(([, { fields }]) => fields)
}

/** A file that may be gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`)
}

/** However long it takes to build first, on a machine that does something else. @throws when it ended instead */
async function answering(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${url}: what serves it ended.`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exit
}
