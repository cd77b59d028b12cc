import fc from 'fast-check'
import { expect, test } from 'vitest'

import { secretsOf, withoutSecrets } from '@/lib/cloud/secrets'
import { parseWire, toProperties } from '@/lib/cloud/wire'

test('reads any JSON with ordinary numbers as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const hasHugeIntegers = /\d{16}/.test(text)
      fc.pre(!hasHugeIntegers)
      expect(parseWire(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('keeps every digit of integers above 2^53', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 30n }), fc.string(), (id, text) => {
      const parsed = parseWire(`{"Id":${id},"Low":-${id},"Text":${JSON.stringify(text + id)}}`)
      expect(parsed).toEqual({ Id: String(id), Low: `-${id}`, Text: text + id })
    }),
  )
})

test.for(['', '<html>', '{"A":', '{"A":1}x'])('refuses %j', (text) => {
  expect(() => parseWire(text)).toThrow(SyntaxError)
})

test('names properties as the SDK does and leaves out nulls', () => {
  const wire = { VSwitchId: 'a', Tags: { Tag: [{ Key: null, MultiRegionECMP: 'b' }] }, Gone: null }
  expect(toProperties(wire)).toEqual({ vSwitchId: 'a', tags: { tag: [{ multiRegionECMP: 'b' }] } })
})

test('a foreign name is a property like any other', () => {
  const wire = JSON.parse('{"__proto__":{"A":1},"Constructor":2}') as unknown
  const properties = toProperties(wire) as object
  expect(Object.entries(properties)).toEqual([
    ['__proto__', { a: 1 }],
    ['constructor', 2],
  ])
})

const psk = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 100,
})

test('finds pre-shared keys in flat and in JSON parameters', () => {
  fc.assert(
    fc.property(psk, psk, (one, two) => {
      const parameters = {
        'TunnelOptionsSpecification.1.TunnelIkeConfig.Psk': one,
        IkeConfig: JSON.stringify({ Psk: two, IkeVersion: 'ikev2' }),
        Name: 'psk',
      }
      expect(secretsOf(parameters)).toEqual([one, two])
    }),
  )
})

test('cuts any pre-shared key out of any text, however it is spelled there', () => {
  fc.assert(
    fc.property(psk, fc.string(), fc.string(), (secret, before, after) => {
      for (const form of [secret, JSON.stringify(secret), encodeURIComponent(secret)]) {
        const clean = withoutSecrets(before + form + after, [secret])
        expect(clean).not.toContain(secret)
      }
    }),
  )
})
