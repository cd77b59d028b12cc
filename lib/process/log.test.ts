import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import fc from 'fast-check'
import { Pool } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

import { replicas } from '@/lib/db/tables'
import { startDatabase } from '@/lib/db/test/rig'
import { CloudError, Fault, OperationError } from '@/lib/failure/errors'
import { whatOf } from '@/lib/process/error-facts'

const CANARY = 'Hk3sA8dK2mPq7XzL'

test('nothing of an error is told but its class, code and place', () => {
  const texts = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const words = `${before}${CANARY}\n    at ${CANARY}\u001B[2J${after}`
      const error = Object.assign(new SyntaxError(words), { code: words, digest: words })
      const outer = new Error(words, { cause: error })
      const line = JSON.stringify(whatOf(outer))
      expect(line).not.toContain(CANARY)
      expect(whatOf(outer)).toMatchObject({ name: 'Error', cause: { name: 'SyntaxError' } })
    }),
  )
})

test('it says where, and what the library calls it', () => {
  const facts = whatOf(Object.assign(new TypeError('x'), { code: 'ECONNREFUSED' }))
  expect(facts).toMatchObject({ name: 'TypeError', code: 'ECONNREFUSED' })
  expect(facts.at[0]).toContain('log.test.ts')
  expect(whatOf(CANARY)).toEqual({ name: 'string', at: [] })
})

test('our own words are told, and those of the engine in which nothing is a value', () => {
  const none: { name?: { first: string } } = {}
  const thrownBy = (run: () => unknown) => {
    try {
      return run()
    } catch (error) {
      return error
    }
  }
  expect(whatOf(new Fault('There is no operation 7.')).words).toBe('There is no operation 7.')
  expect(whatOf(new OperationError('OtherContent')).words).toContain('other content')
  expect(whatOf(thrownBy(() => none.name!.first)).words).toBe(
    "Cannot read properties of undefined (reading 'first')",
  )
  const cloud = new CloudError({ code: 'X', outcome: 'refused', message: CANARY })
  expect(whatOf(cloud)).not.toHaveProperty('words')
})

test('sentences of the engine that repeat what was given are not told', () => {
  const given: Record<string, string> = {}
  for (const run of [
    () => JSON.parse(`{"psk": ${CANARY}`),
    () => BigInt(CANARY),
    () => new URL(CANARY),
    () => ({ a: given[CANARY]!.length }),
    () => 'length' in (CANARY as unknown as object),
    () => Object.defineProperty(Object.freeze({}), CANARY, {}),
    () => new RegExp(`(${CANARY}`),
    () => decodeURIComponent(`%${CANARY}`),
    () => Buffer.alloc(1).fill(CANARY as 'hex', CANARY as 'hex'),
    () => structuredClone({ [CANARY]: () => CANARY }),
    () => z.literal('x').parse(CANARY),
  ]) {
    let thrown: unknown
    try {
      run()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Error)
    expect(JSON.stringify(whatOf(thrown))).not.toContain(CANARY)
  }
})

test('of a statement that failed its text is told, and none of its values', async () => {
  const database = await startDatabase()
  onTestFinished(() => database.stop())
  const pool = new Pool({ connectionString: database.url })
  const failed = await drizzle(pool)
    .insert(replicas)
    .values({ executorId: CANARY, beatAt: sql`${CANARY}::text::int::text::timestamptz` })
    .catch((error: unknown) => whatOf(error))
  const twice = await drizzle(pool)
    .execute(sql`insert into operation_secret values (${CANARY}, ${CANARY})`)
    .catch((error: unknown) => whatOf(error))
  await pool.end()
  expect(JSON.stringify([failed, twice])).not.toContain(CANARY)
  expect(failed).toMatchObject({
    statement: expect.stringContaining('insert into "replica"'),
    cause: { code: '22P02' },
  })
  expect(twice).toMatchObject({
    cause: { code: '23503', table: 'operation_secret', constraint: expect.any(String) },
  })
})
