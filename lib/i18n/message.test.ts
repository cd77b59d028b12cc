import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import { expect, expectTypeOf, test } from 'vitest'

import {
  carried,
  message,
  type MessageValues,
  type Packed,
  unpackMessage,
  verbatim,
} from '@/lib/i18n/message'
import { useMessage } from '@/lib/i18n/use-message'
import en from '@/messages/en.json'

/** Whatever somebody else may say: texts, the syntax of our catalogues, their keys, and what we pack ourselves. */
const foreign = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'Is it there? Or not?',
    'The id? {none}',
    '',
    'a?{b}',
    '{count, plural, one {#} other {#}}',
    "'{'<b>{x}</b>",
    'cloud.refused',
    'cloud.refused?{"reason":"a"}',
    '["cloud.refused"]',
    message('cloud.unreachable'),
    message('cloud.refused', { reason: verbatim('a') }),
    verbatim('a'),
  ),
  fc.string().map((text) => `\u001F${text}`),
  fc.json().map((text) => `\u001F${text}`),
)

test('what was packed is unpacked as it was', () => {
  const values = fc.dictionary(
    fc.string().filter((name) => name !== 'reason'),
    fc.oneof(fc.string(), fc.integer()),
  )
  fc.assert(
    fc.property(values, foreign, (given, words) => {
      const said: MessageValues = { ...given, reason: verbatim(words) }
      expect(unpackMessage(message('cloud.refused', said))).toEqual({
        key: 'cloud.refused',
        values: said,
      })
    }),
  )
  expect(unpackMessage(message('cloud.unreachable'))).toEqual({
    key: 'cloud.unreachable',
    values: {},
  })
})

test('the words of somebody else are taken for nothing of ours, whatever they look like', () => {
  fc.assert(
    fc.property(foreign, (words) => {
      expect(unpackMessage(verbatim(words))).toEqual({ words, values: {} })
      const { reason } = unpackMessage(message('cloud.refused', { reason: verbatim(words) })).values
      expect(unpackMessage(reason!)).toEqual({ words, values: {} })
    }),
  )
})

test('what an older console left in the database is shown as it is', () => {
  fc.assert(
    fc.property(foreign, (text) => {
      const old = text.replaceAll('\u001F', '')
      // Read from a row, which is typed by what is written there now.
      expect(unpackMessage(old as Packed)).toEqual({ words: old, values: {} })
    }),
  )
})

test('nothing that stands in a text of ours is read as a part of it', () => {
  const errors: unknown[] = []
  const t = createTranslator({
    locale: 'en',
    messages: en,
    namespace: 'rules',
    onError: (error) => errors.push(error),
  })
  fc.assert(
    fc.property(foreign, (text) => {
      expect(t('ipv4.format', { text })).toContain(text)
    }),
  )
  expect(errors).toEqual([])
})

// Checked with the types of the project, before any test runs.
test('a text is never a message by its type', () => {
  expectTypeOf<string>().not.toExtend<Packed>()
  expectTypeOf<'cloud.refused'>().not.toExtend<Packed>()
  expectTypeOf(useMessage).returns.parameters.toEqualTypeOf<[said: Packed]>()
  expectTypeOf(unpackMessage).parameters.toEqualTypeOf<[said: Packed]>()
  expectTypeOf<{ reason: string }>().not.toExtend<MessageValues>()
  expectTypeOf<{ reason: Packed; text: string; count: number }>().toExtend<MessageValues>()
  expectTypeOf(carried).returns.toEqualTypeOf<Packed>()
})
