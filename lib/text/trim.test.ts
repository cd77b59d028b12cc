import fc from 'fast-check'
import { expect, test } from 'vitest'

import { trimEnds } from '@/lib/text/trim'

const around = fc
  .array(fc.constantFrom(' ', '\t', '\r\n', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2028'))
  .map((signs) => signs.join(''))

test('what stands around a value goes, what is inside stays', () => {
  const inside = fc.stringMatching(/^[!-~](?:[ -~\u200b]{0,20}[!-~])?$/)
  fc.assert(
    fc.property(around, inside, around, (before, value, after) => {
      expect(trimEnds(`${before}${value}${after}`)).toBe(value)
    }),
  )
})

test('marks of direction and joiners are not white space: they stay to be seen by the checks', () => {
  for (const text of ['\u202ea', 'a\u200d', '\u2066a\u2069']) expect(trimEnds(text)).toBe(text)
})
