import { expect, test } from 'vitest'

import { readFilter, tokensOf, writeToken } from './filter'

const columns = [
  { id: 'status', header: 'Status' },
  { id: 'name', header: 'Attachment name' },
]

test('words must all be found', () => {
  expect(readFilter('Munich  vpn', columns)).toEqual({ words: ['munich', 'vpn'], properties: [] })
})

test('a heading, also shortened, narrows to its column', () => {
  expect(readFilter('stat:Attached attach:"munich dc"', columns)).toEqual({
    words: [],
    properties: [
      { id: 'status', text: 'attached' },
      { id: 'name', text: 'munich dc' },
    ],
  })
})

test('the id of a column narrows to it whatever language its heading is in', () => {
  const chinese = [{ id: 'status', header: '状态' }]
  for (const query of ['stat:attached', 'status:attached', '状态:attached'])
    expect(readFilter(query, chinese).properties).toEqual([{ id: 'status', text: 'attached' }])
})

test('what looks like a heading and is none stays a word, such as an IPv6 address', () => {
  expect(readFilter('fe80::1 region:x', columns).words).toEqual(['fe80::1', 'region:x'])
})

test('a heading may be written whole, with an equals sign, as people say it', () => {
  for (const query of ['Attachment name = munich', 'attachment name:munich', 'name=munich'])
    expect(readFilter(query, columns).properties).toEqual([{ id: 'name', text: 'munich' }])
})

test('what is written for a column is read as that', () => {
  const [, name] = columns
  expect(tokensOf(`x ${writeToken(name!, 'munich dc')}`, columns)).toEqual([
    { written: 'x', text: 'x' },
    { written: 'name:"munich dc"', column: name, text: 'munich dc' },
  ])
})

test('of two columns that begin alike the one that is called just so is meant', () => {
  const alike = [
    { id: 'routeTable', header: 'Route table' },
    { id: 'route', header: 'Route' },
  ]
  expect(readFilter('route:x', alike).properties).toEqual([{ id: 'route', text: 'x' }])
})
