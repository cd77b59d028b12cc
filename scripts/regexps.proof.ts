import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'

// Both give the same answers; the JavaScript takes six times as long as the program.
process.env['RECHECK_BACKEND'] = programRuns() ? 'native' : 'pure'
const { check } = await import('recheck')

const FOLDERS = ['app', 'components', 'lib', 'gate', 'emulator', 'packages', 'scripts']
const FILES = ['instrumentation.ts', 'instrumentation-client.ts', 'proxy.ts']

/** Files whose regular expressions may take long on a text that they are never given. */
const HARMLESS: Record<string, string> = {
  'lib/cloud/wire.ts': 'JSON.parse has read the text before, so every quotation mark is closed',
  'lib/diagnosis/log-line.ts': 'each line is cut at 2,000 characters before',
  'lib/peer-config/compare/': 'runs in the browser, on what that reader pasted',
  'emulator/gateways/real/log.ts': 'each line is cut at 2,000 characters before',
  'emulator/regions.ts': 'reads its own table',
  'emulator/world/vpn-builder.ts': 'reads the blocks of its own world',
}

/** Whether the package has a program for this machine, and the machine runs it. */
function programRuns(): boolean {
  try {
    const program = `recheck-${process.platform}-${process.arch}/recheck`
    return spawnSync(createRequire(import.meta.url).resolve(program), ['/a/']).status === 0
  } catch {
    return false
  }
}

interface Found {
  at: string
  source: string
  flags: string
}

function regexpsOf(path: string): Found[] {
  const found: Found[] = []
  new Visitor({
    Literal: (node) => {
      if (!('regex' in node)) return
      const { pattern, flags } = node.regex
      found.push({ at: path, source: pattern, flags })
    },
  }).visit(parseSync(path, readFileSync(path, 'utf8')).program)
  return found
}

// A busy machine must not end a search: what has not ended is not known to be safe.
const NO_LIMITS = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
}

const isLinear = async (source: string, flags: string): Promise<boolean> =>
  (await check(source, flags.replaceAll(/[dgvy]/g, ''), NO_LIMITS)).status === 'safe'

const files = [
  ...FILES,
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(
        (path) => /\.tsx?$/.test(path) && !/node_modules|(^|\/)test\/|\.(test|proof)\./.test(path),
      )
      .map((path) => join(folder, path)),
  ),
]

test('no regular expression of the product backtracks on what it is given', async () => {
  const regexps = files.flatMap(regexpsOf)
  expect(regexps.length).toBeGreaterThan(100)
  const judged = new Map<string, boolean>()
  const slow: string[] = []
  const needed = new Set<string>()
  for (const { at, source, flags } of regexps) {
    const exception = Object.keys(HARMLESS).find((path) => at.startsWith(path))
    // One that needs it is reason enough.
    if (exception && needed.has(exception)) continue
    const regexp = `/${source}/${flags}`
    const isSafe = judged.get(regexp) ?? (await isLinear(source, flags))
    judged.set(regexp, isSafe)
    if (isSafe) continue
    if (exception) needed.add(exception)
    else slow.push(`${at}: ${regexp}`)
  }
  expect(slow).toEqual([])
  expect([...needed].toSorted()).toEqual(Object.keys(HARMLESS).toSorted())
})
