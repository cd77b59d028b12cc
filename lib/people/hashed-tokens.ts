import { createHash } from 'node:crypto'

import type { BetterAuthOptions } from 'better-auth'
import type { DBAdapter, Where } from 'better-auth/adapters'

/** What stands in the database for a token that somebody else holds. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

type MakeAdapter = (options: BetterAuthOptions) => DBAdapter<BetterAuthOptions>

/**
 * better-auth keeps the tokens of sessions as they are. Through this only their hashes reach the database; what it
 * asks for by a token it gets with that token in it.
 */
export const hashingTokens =
  (make: MakeAdapter): MakeAdapter =>
  (options) => {
    const plain = make(options)
    return {
      ...plain,
      create: async (made) => {
        const { token } = made.data as { token?: unknown }
        if (made.model !== 'session' || typeof token !== 'string') return await plain.create(made)
        const row = await plain.create({ ...made, data: { ...made.data, token: tokenHash(token) } })
        return { ...row, token } as never
      },
      findOne: async (asked) => {
        const where = hashed(asked.model, asked.where)
        const row = await plain.findOne({ ...asked, where })
        const token = tokenOf(asked.model, asked.where)
        return (row && token !== undefined ? { ...row, token } : row) as never
      },
      findMany: (asked) =>
        plain.findMany({
          ...asked,
          ...(asked.where && { where: hashed(asked.model, asked.where) }),
        }),
      update: async (change) => {
        const where = hashed(change.model, change.where)
        const row = await plain.update({ ...change, where })
        const token = tokenOf(change.model, change.where)
        return (row && token !== undefined ? { ...row, token } : row) as never
      },
      updateMany: (change) =>
        plain.updateMany({ ...change, where: hashed(change.model, change.where) }),
      delete: (gone) => plain.delete({ ...gone, where: hashed(gone.model, gone.where) }),
      deleteMany: (gone) => plain.deleteMany({ ...gone, where: hashed(gone.model, gone.where) }),
    }
  }

const tokenOf = (model: string, where: Where[]): string | undefined => {
  const value = model === 'session' && where.find(({ field }) => field === 'token')?.value
  return typeof value === 'string' ? value : undefined
}

const hashed = (model: string, where: Where[]): Where[] =>
  model !== 'session'
    ? where
    : where.map((condition) =>
        condition.field === 'token' ? { ...condition, value: hashes(condition.value) } : condition,
      )

function hashes(value: Where['value']): Where['value'] {
  if (Array.isArray(value)) return value.map((each) => tokenHash(String(each)))
  return typeof value === 'string' ? tokenHash(value) : value
}
