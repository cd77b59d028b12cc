import { expect, test } from 'vitest'
import { z } from 'zod'

import { auditParams, groupParams } from '@/lib/audit/params'

const modules = import.meta.glob<Record<string, unknown>>('../*/params.ts', { eager: true })

/** Every schema of search parameters, with the names of the ids in it. */
const withIds = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, schema]) =>
    schema instanceof z.ZodType
      ? shapesOf(schema).flatMap((shape) =>
          Object.keys(shape)
            .filter((key) => /Id$/i.test(key))
            .map((key) => ({ name: `${path} ${name}`, key, field: shape[key] })),
        )
      : [],
  ),
)

function shapesOf(schema: z.ZodType): Record<string, z.ZodType>[] {
  if (schema instanceof z.ZodObject) return [schema.shape as Record<string, z.ZodType>]
  return schema instanceof z.ZodUnion
    ? (schema.options as z.ZodType[]).flatMap((option) => shapesOf(option))
    : []
}

const HOSTILE = [
  '',
  'evil.example:9443/#',
  'a/../b',
  'a?b=c',
  'a\0b',
  'a\nb',
  '\u202Ea',
  'a'.repeat(1000),
]

test('there are ids to look at', () => expect(withIds.length).toBeGreaterThan(20))

test.each(withIds)('$name takes nothing but an id as $key', ({ field }) => {
  expect(HOSTILE.filter((text) => field?.safeParse(text).success)).toEqual([])
})

test.each([
  ['a thousand words', { words: Array.from({ length: 999 }, (_, at) => at).join('\n') }],
  ['eleven properties', { properties: 'action:a\n'.repeat(11) }],
  ['a word of 201 characters', { words: 'a'.repeat(201) }],
  ['an actor of 201 characters', { actor: 'a'.repeat(201) }],
  ['the year 0', { from: '0000-01-01T00:00:00Z' }],
])('a list of writes is not asked for by %s', (_, params) => {
  expect(auditParams.safeParse(params).success).toBe(false)
  expect(groupParams.safeParse(params).success).toBe(false)
})

test('a list of writes is not asked for by a page beyond all numbers', () => {
  expect(groupParams.safeParse({ page: '1e300' }).success).toBe(false)
})
