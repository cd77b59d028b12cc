import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isPacked, message, unpackMessage } from '@/lib/i18n/message'
import { withoutControls } from '@/lib/text/characters'

test('what was packed is unpacked as it was', () => {
  const values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer()))
  fc.assert(
    fc.property(values, (given) => {
      const packed = message('cloud.refused', { ...given })
      expect(unpackMessage(packed)).toEqual({ key: 'cloud.refused', values: { ...given } })
    }),
  )
  expect(unpackMessage(message('cloud.unreachable'))).toEqual({
    key: 'cloud.unreachable',
    values: {},
  })
})

test.each([
  'Is it there? Or not?',
  'why?',
  'The id? {none}',
  '',
  'a?{b}',
  'cloud.refused',
  'cloud.refused?{"reason":"a"}',
  '["cloud.refused"]',
])('the words of somebody else stay whole: %s', (words) =>
  expect(unpackMessage(words)).toEqual({ key: words, values: {} }),
)

test('no words of the cloud are taken for a message of ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, words) => {
      const forged = before + message('cloud.refused', { reason: words })
      expect(isPacked(withoutControls(forged))).toBe(false)
    }),
  )
})
