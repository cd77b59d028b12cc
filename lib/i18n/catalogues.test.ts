import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'

import en from '@/messages/en.json'
import zhCN from '@/messages/zh-CN.json'

type Tree = { [key: string]: Tree | string }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as [string, string]] : leaves(value, here)
  })

const english = leaves(en)
const chinese = new Map(leaves(zhCN))

/** The names of values and tags, `{count}` and `<b>`, with the one-word forms of a plural among them. */
const names = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])|<\w+>/gu))]

test('both languages have the same keys, none of them empty', () => {
  expect([...chinese.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
  expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('the Chinese texts use no value or tag that the English ones do not have', () => {
  const strange = english.filter(([key, text]) => {
    const known = new Set(names(text))
    return names(chinese.get(key) ?? '').some((name) => !known.has(name))
  })
  expect(strange).toEqual([])
})

test('Chinese has no space beside letters and digits, which the style sheet sets apart, and its own punctuation', () => {
  const strange = [...chinese].filter(([, text]) =>
    /\p{Script=Han}(?: [!-*,-~]|\s*[,;:!?"()]|\.(?:\s|$))|[!-*,-~] \p{Script=Han}|[()]\p{Script=Han}/u.test(
      text,
    ),
  )
  expect(strange).toEqual([])
})

test('every message formats', () => {
  for (const [locale, messages] of [
    ['en', en],
    ['zh-CN', zhCN],
  ] as const) {
    const t = createTranslator<Tree>({
      locale,
      messages,
      onError: (error) => {
        throw error
      },
    })
    for (const [key, text] of leaves(messages)) {
      const values = Object.fromEntries(
        names(text).map((name) => [
          name.slice(1).replace('>', ''),
          name.startsWith('<') ? (chunks: string) => chunks : 1,
        ]),
      )
      expect(t.markup(key as never, values as never)).toBeTruthy()
    }
  }
})

/** Fields that say all by their name, those of sign-in, and one that is only shown. */
const PLAIN =
  /^attachForm\.transitRouterId$|(?:^|\.)(?:\w*[nN]ame|\w*[dD]escription)$|^(?:shell|account)\.fields\.|^people\.fields\.email$/

test('every other field of a form explains itself', () => {
  const fields = english
    .filter(([key]) => /^(?:attachForm|tags|\w+\.\w*[fF]ields)\..*\.label$/.test(key))
    .map(([key]) => key.slice(0, -'.label'.length))
  expect(fields.length).toBeGreaterThan(50)
  const known = new Set(english.map(([key]) => key))
  expect(fields.filter((key) => !PLAIN.test(key) && !known.has(`${key}.help`))).toEqual([])
})

test('English texts do not plead, shout or trail off', () => {
  expect(english.filter(([, text]) => /\bplease\b|!|…|\.\.\./i.test(text))).toEqual([])
})
