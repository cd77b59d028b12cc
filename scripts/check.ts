import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { aloneInCheckout } from '@/scripts/alone'
import { BUILD_FOLDER, markBuilt } from '@/scripts/build'
import { findChromium, HEADLESS_SHELL } from '@/scripts/chromium'

interface Count {
  passed: number
  failed: number
}

const reports = mkdtempSync(join(tmpdir(), 'cen-vpn-check-'))
const total: Count = { passed: 0, failed: 0 }

await aloneInCheckout(() => console.log('Another run in this checkout goes first.'))
if (process.argv[2] === 'proof') await proofs()
else await everythingElse()
rmSync(reports, { recursive: true, force: true })

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** The long ones: those outside of a browser wait for their own servers most of the time. */
async function proofs(): Promise<void> {
  await Promise.all([
    tests('proofs', vitestCount, vitest('--config=vitest.proof.config.ts'), 'live'),
    tests('proofs in the browser', playwrightCount, browser('proofs')),
  ])
}

/** Two cores: what keeps one of them busy goes beside another such thing. All stages run, whatever fails. */
async function everythingElse(): Promise<void> {
  // Types of an earlier build name pages that may be gone.
  for (const folder of ['.next', BUILD_FOLDER])
    rmSync(join(folder, 'types'), { recursive: true, force: true })
  const chromium = hasChromium() ? undefined : installChromium()
  await Promise.all([
    stage('lint', ['oxlint', '--type-aware', '--deny-warnings']),
    stage('format', ['oxfmt', '--check']).then(async () => {
      await stage('types', ['tsc', '--noEmit'])
      // It reads the configuration of the browser tests, which names the browser.
      await chromium
      await stage('dead code', ['knip'])
    }),
  ])
  const [isBuilt] = await Promise.all([
    stage('build', ['next', 'build']),
    tests('unit', vitestCount, vitest('--config=vitest.config.ts')),
  ])
  if (!isBuilt) return
  markBuilt()
  await tests('browser', playwrightCount, browser('console'), 'live')
}

/** Runs a stage that is no test suite; its failure counts as one. */
async function stage(name: string, command: readonly string[]): Promise<boolean> {
  const passed = (await run(name, command)) === 0
  if (!passed) total.failed += 1
  return passed
}

/** Runs a suite and adds what its own report counts. */
async function tests(
  name: string,
  count: (report: unknown) => Count,
  command: (report: string) => string[],
  shown?: 'live',
): Promise<void> {
  const report = join(reports, `${name}.json`)
  const status = await run(name, command(report), shown, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const { passed, failed } = read(report, count)
  total.passed += passed
  total.failed += status !== 0 && failed === 0 ? 1 : failed
}

function vitest(config: string): (report: string) => string[] {
  return (report) => [
    'vitest',
    'run',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
}

function browser(project: 'console' | 'proofs'): () => string[] {
  return () => ['playwright', 'test', `--project=${project}`]
}

/** Shows what a stage prints while it runs, or whole at its end, when another one runs beside it. */
async function run(
  name: string,
  command: readonly string[],
  shown?: 'live',
  env = {},
): Promise<number | null> {
  const began = Date.now()
  if (shown) console.log(`\n— ${name}`)
  const child = spawn('npx', ['--no-install', ...command], {
    stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (printed.trim()) console.log(`\n${printed.trim()}`)
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`— ${name}: ${status === 0 ? 'good' : 'failed'}, ${seconds} s`)
  return status
}

/** Debian's packages can be installed here. */
function isDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Whether the browser is there that takes the least of the processor, or one that somebody named. */
function hasChromium(): boolean {
  if (process.env['CHROMIUM_PATH']) return true
  return isDebian() ? existsSync(HEADLESS_SHELL) : findChromium() !== undefined
}

async function installChromium(): Promise<void> {
  const command = isDebian()
    ? 'apt-get update -q && apt-get install -yq --no-install-recommends chromium-headless-shell'
    : 'npx --no-install playwright install chromium'
  const child = spawn('sh', ['-c', command], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  await once(child, 'close')
}

function read(report: string, count: (report: unknown) => Count): Count {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function vitestCount(report: unknown): Count {
  const { numPassedTests, numFailedTests } = report as Record<string, number>
  return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }
}

function playwrightCount(report: unknown): Count {
  const { stats } = report as { stats: Record<string, number> }
  return {
    passed: stats['expected'] ?? 0,
    failed: (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0),
  }
}
