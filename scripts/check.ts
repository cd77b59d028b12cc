import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { markBuilt } from '@/scripts/build'
import { findChromium } from '@/scripts/chromium'

interface Count {
  passed: number
  failed: number
}

/** Two cores, two tasks at a time would only fight: the stages run one after another, all of them. */
const reports = mkdtempSync(join(tmpdir(), 'cen-vpn-check-'))
const total: Count = { passed: 0, failed: 0 }

stage('format', ['oxfmt', '--check'])
stage('lint', ['oxlint', '--type-aware', '--deny-warnings'])
stage('types', ['tsc', '--noEmit'])
stage('dead code', ['knip'])
tests('unit', 'unit.json', vitestCount, vitest('vitest.config.ts'))
tests('proofs', 'proofs.json', vitestCount, vitest('vitest.proof.config.ts'))
if (stage('build', ['next', 'build'])) {
  markBuilt()
  if (!findChromium()) installChromium()
  tests('browser', 'browser.json', playwrightCount, () => ['playwright', 'test'])
}
rmSync(reports, { recursive: true, force: true })

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Runs a stage that is no test suite; its failure counts as one. */
function stage(name: string, command: readonly string[]): boolean {
  const passed = run(name, command) === 0
  if (!passed) total.failed += 1
  return passed
}

/** Runs a suite and adds what its own report counts. */
function tests(
  name: string,
  file: string,
  count: (report: unknown) => Count,
  command: (report: string) => string[],
): void {
  const report = join(reports, file)
  const status = run(name, command(report), { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const { passed, failed } = read(report, count)
  total.passed += passed
  total.failed += status !== 0 && failed === 0 ? 1 : failed
}

function vitest(config: string): (report: string) => string[] {
  return (report) => [
    'vitest',
    'run',
    `--config=${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
}

function run(name: string, [program = '', ...args]: readonly string[], env = {}): number | null {
  const began = Date.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync('npx', ['--no-install', program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  console.log(
    `— ${name}: ${status === 0 ? 'good' : 'failed'}, ${Math.round((Date.now() - began) / 1000)} s`,
  )
  return status
}

function installChromium(): void {
  const apt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const command = apt
    ? 'apt-get update -q && apt-get install -yq --no-install-recommends chromium'
    : 'npx --no-install playwright install chromium'
  spawnSync('sh', ['-c', command], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
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
