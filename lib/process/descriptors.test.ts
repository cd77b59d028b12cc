import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { type Descriptors, isScarce, toldDescriptors } from '@/lib/process/descriptors'

/** Opens files until none can be opened any more, and tells after each what is said of it. */
const OPENS_ALL = `
import { openSync } from 'node:fs'
import { descriptors, isScarce } from './lib/process/descriptors.ts'
const told = []
const look = () => told.push({ ...descriptors(), scarce: isScarce(descriptors()) })
try { for (;;) { look(); openSync('/dev/null') } } catch (error) { look(); console.log(JSON.stringify({ code: error.code, told })) }
`

test.skipIf(!existsSync('/proc/self/fd'))(
  'a process that opens all it may says so to the last, and in time that they run out',
  async () => {
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'ulimit -n 96; exec "$0" --import tsx --input-type=module -e "$1"',
      process.execPath,
      OPENS_ALL,
    ])
    const { code, told } = JSON.parse(stdout) as {
      code: string
      told: (Descriptors & { scarce: boolean })[]
    }
    expect(code).toBe('EMFILE')
    expect(told.at(-1)).toEqual({ open: 96, limit: 96, scarce: true })
    expect(told[0]).toMatchObject({ limit: 96, scarce: false })
    for (const [at, { open, scarce }] of told.entries()) {
      expect(scarce).toBe(open > 76)
      expect(open).toBeGreaterThanOrEqual(told[at - 1]?.open ?? 0)
    }
  },
)

test('what the gate says of its own is read, and nothing else', () => {
  expect(toldDescriptors('81/100')).toEqual({ open: 81, limit: 100 })
  expect(isScarce({ open: 80, limit: 100 })).toBe(false)
  expect(isScarce({ open: 81, limit: 100 })).toBe(true)
  for (const text of [null, '', 'x/y', '5', '/5', '5/', 'NaN/NaN'])
    expect(toldDescriptors(text)).toBeUndefined()
})
