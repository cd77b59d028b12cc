import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** A page to measure, and how to stop what serves it. */
export interface Served {
  url: string
  stop: () => Promise<void>
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
}

/** Builds and serves an empty dynamic page of the same framework: the floor that no page of ours can beat. */
export async function serveEmptyNext(folder: string, port: number): Promise<Served> {
  await mkdir(join(folder, 'app'), { recursive: true })
  await Promise.all(
    Object.entries(EMPTY_APP).map(([name, text]) => writeFile(join(folder, name), text)),
  )
  await run(process.execPath, [NEXT, 'build', folder])
  const child = spawn(process.execPath, [NEXT, 'start', folder, '-p', String(port)], {
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}/`
  await answering(url)
  return { url, stop: () => stopped(child) }
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
  }
}

/** Starts the console itself, with its own data, and waits for its health. */
export async function serveConsole(
  dataDir: string,
  port: number,
  emulatorPort: number,
): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      EMULATOR_PORT: String(emulatorPort),
      EMULATOR_TIME_SCALE: '0',
      LOG_LEVEL: 'error',
    },
  })
  await answering(`http://127.0.0.1:${port}/api/health`)
  return { url: `http://127.0.0.1:${port}`, stop: () => stopped(child) }
}

async function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`)
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 300_000
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${url} did not answer within 5 minutes`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exit
}
