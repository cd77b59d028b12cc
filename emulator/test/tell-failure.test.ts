import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'

import { tellFailure } from '../protocol/tell-failure'

afterEach(() => vi.restoreAllMocks())

test('of a failure of the emulator itself class and place are told, on one line, and no word of it', () => {
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
  const word = 'Zq7word4kept2out'
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      tellFailure('a call', new TypeError(`${text}${word}\n    at ${word}\u001b[2J`))
      tellFailure('a call', `${text}${word}`)
    }),
    // Each reads a stack, which costs the tests their map of the source.
    { numRuns: 20 },
  )
  expect(lines.join('')).not.toContain(word)
  for (const line of lines) {
    expect(line).toMatch(/^[^\p{Cc}]+\n$/u)
    expect(JSON.parse(line)).toMatchObject({ level: 50, by: 'emulator', msg: 'a call failed' })
  }
  expect(lines[0]).toContain('"name":"TypeError"')
  expect(lines[0]).toContain('tell-failure.test.ts')
})
