import fc from 'fast-check'
import { expect, test } from 'vitest'

import { whatOf } from '@/lib/process/error-facts'

const CANARY = 'Hk3sA8dK2mPq7XzL'

test('nothing of an error is told but its class, code and place', () => {
  const texts = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const words = `${before}${CANARY}\n    at ${CANARY}\u001B[2J${after}`
      const error = Object.assign(new SyntaxError(words), { code: words, digest: words })
      const outer = new Error(words, { cause: error })
      const line = JSON.stringify(whatOf(outer))
      expect(line).not.toContain(CANARY)
      expect(whatOf(outer)).toMatchObject({ name: 'Error', cause: { name: 'SyntaxError' } })
    }),
  )
})

test('it says where, and what the library calls it', () => {
  const facts = whatOf(Object.assign(new TypeError('x'), { code: 'ECONNREFUSED' }))
  expect(facts).toMatchObject({ name: 'TypeError', code: 'ECONNREFUSED' })
  expect(facts.at[0]).toContain('log.test.ts')
  expect(whatOf(CANARY)).toEqual({ name: 'string', at: [] })
})
