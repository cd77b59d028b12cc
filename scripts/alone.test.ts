import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

const PROGRAM = `
import { aloneInCheckout } from '${join(import.meta.dirname, 'alone.ts')}'
await aloneInCheckout(() => console.log('waits'))
console.log('runs')
setInterval(() => undefined, 1000)`

let checkout: string
let started: ChildProcess[]

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'cen-vpn-alone-'))
  started = []
})

afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(checkout, { recursive: true, force: true })
})

function begin(cwd = checkout): AsyncIterator<string> {
  const tsx = import.meta.resolve('tsx')
  const args = ['--import', tsx, '--input-type=module', '--eval', PROGRAM]
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  return child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
}

const next = async (output: AsyncIterator<string>) => String((await output.next()).value).trim()

test('a second run in the same checkout waits for the first, also one that is killed', async () => {
  expect(await next(begin())).toBe('runs')
  const second = begin()
  expect(await next(second)).toBe('waits')
  const elsewhere = mkdtempSync(join(tmpdir(), 'cen-vpn-alone-'))
  expect(await next(begin(elsewhere))).toBe('runs')
  rmSync(elsewhere, { recursive: true })
  started[0]?.kill('SIGKILL')
  expect(await next(second)).toBe('runs')
  started[1]?.kill('SIGTERM')
  await once(started[1]!, 'exit')
  expect(await next(begin())).toBe('runs')
})
