import { expect, test } from 'vitest'

import { chooseLocale } from './locale'
import { holds, merge, pick } from './pick'

const catalogue = { a: { one: '1', deep: { x: 'x', y: 'y' } }, b: { two: '2' } }

test('a part keeps the shape of the whole and nothing else', () => {
  expect(pick(catalogue, ['a.deep'])).toEqual({ a: { deep: { x: 'x', y: 'y' } } })
  expect(pick(catalogue, ['b', 'a.deep'])).toEqual({
    a: { deep: { x: 'x', y: 'y' } },
    b: { two: '2' },
  })
})

test('picking changes nothing in the catalogue, also when one part holds another', () => {
  const before = structuredClone(catalogue)
  expect(pick(catalogue, ['a', 'a.deep'])).toEqual({ a: catalogue.a })
  expect(pick(catalogue, ['a.deep', 'a'])).toEqual({ a: catalogue.a })
  expect(catalogue).toEqual(before)
})

test('a part that does not exist is a mistake of the page', () => {
  expect(() => pick(catalogue, ['a.none'])).toThrow('a.none')
})

test('merging keeps what only one side has, at every depth', () => {
  expect(merge({ a: { one: '1' } }, { a: { deep: { x: 'x' } }, b: { two: '2' } })).toEqual({
    a: { one: '1', deep: { x: 'x' } },
    b: { two: '2' },
  })
})

test('a path is held when each of its steps is there', () => {
  expect(['a', 'a.one', 'a.deep.x'].map((path) => holds(catalogue, path))).toEqual([
    true,
    true,
    true,
  ])
  expect(['c', 'a.none', 'a.one.x', 'a.deep.x.y'].some((path) => holds(catalogue, path))).toBe(
    false,
  )
  expect(holds({ parsed: [1, 'plural'] as never }, 'parsed')).toBe(true)
})

test('the cookie decides the language, then the browser, then English', () => {
  expect(chooseLocale('zh-CN', 'en')).toBe('zh-CN')
  expect(chooseLocale('en', 'zh-CN,zh;q=0.9')).toBe('en')
  expect(chooseLocale('fr', 'zh-TW,zh;q=0.9,en;q=0.8')).toBe('zh-CN')
  expect(chooseLocale(undefined, 'de-DE,de;q=0.9,zh;q=0.1')).toBe('en')
  expect(chooseLocale(undefined, null)).toBe('en')
})
