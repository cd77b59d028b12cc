import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

interface Catalogue {
  [key: string]: string | Catalogue
}

const read = (locale: string) =>
  new Map(textsOf(JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Catalogue))

function textsOf(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  )
}

const english = read('en')
const chinese = read('zh-CN')

const lines = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .slice(1)
  .map((line) => {
    const [words = '', word = '', , not = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const list = (cell: string) => cell.split(', ').filter(Boolean)
    return { words: list(words).map((each) => each.toLowerCase()), word, not: list(not) }
  })

test('the glossary names things, each once', () => {
  expect(lines.length).toBeGreaterThan(20)
  const all = lines.flatMap(({ words }) => words)
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
})

test('a label that is a term has the one translation of the glossary, both ways', () => {
  const wrong = [...english].flatMap(([key, text]) => {
    const there = chinese.get(key) ?? ''
    const line = lines.find(({ words }) => words.includes(text.toLowerCase()))
    const back = lines.find(({ word }) => word === there)
    return [
      ...(line && there !== line.word ? [`${key}: ${text} is ${line.word}, not ${there}`] : []),
      ...(back && !line && isLabel(text)
        ? [`${key}: ${there} is ${back.words[0]}, not ${text}`]
        : []),
    ]
  })
  expect(wrong).toEqual([])
})

test('the words that the glossary rules out stand in no text', () => {
  const found = [...english, ...chinese].flatMap(([key, text]) =>
    lines
      .flatMap(({ not }) => not)
      .filter((word) => text.includes(word))
      .map((word) => `${key}: ${word}`),
  )
  expect(found).toEqual([])
})

/** A name of a thing, not a sentence or what somebody does. */
const isLabel = (text: string) => !/[.{<]|^(?:the|a|an|add|delete|associate|both) /i.test(text)
