import { expect, test } from 'vitest'
import { z } from 'zod'

import { flag, moment, tags, text, whole, wrapped } from '@/lib/cloud/shape'

test.for([
  ['2022-07-08T08:45Z', '2022-07-08T08:45:00.000Z'],
  ['2022-07-08T08:45:30Z', '2022-07-08T08:45:30.000Z'],
  [1_658_201_810_000, '2022-07-19T03:36:50.000Z'],
  [1_658_201_810, '2022-07-19T03:36:50.000Z'],
  ['1658201810000', '2022-07-19T03:36:50.000Z'],
  ['', ''],
  [0, ''],
  ['soon', ''],
  [undefined, ''],
] as const)('the moment %j is %j', ([given, expected]) => {
  expect(moment.parse(given)).toBe(expected)
})

test('booleans and integers come as texts too', () => {
  expect(['true', 'True', true, 'false', '', undefined].map((each) => flag.parse(each))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['45104', 45_104, '', undefined].map((each) => whole.parse(each))).toEqual([
    45_104, 45_104, 0, 0,
  ])
  expect(text.parse(1_000_000_000_000_001)).toBe('1000000000000001')
})

test('tags come flat, wrapped or not at all', () => {
  const tag = { key: 'a', value: '' }
  expect([[tag], { tag: [tag] }, {}, undefined].map((each) => tags.parse(each))).toEqual([
    [tag],
    [tag],
    [],
    [],
  ])
})

test('a wrapped list may be empty or absent', () => {
  const list = wrapped('cen', z.object({ cenId: text }))
  expect(list.parse({ cen: [{ cenId: 'a' }] })).toEqual([{ cenId: 'a' }])
  expect([{}, undefined, { cen: [] }].map((each) => list.parse(each))).toEqual([[], [], []])
})
