import 'server-only'
import type { Access } from '@/lib/request/access'
import { once } from '@/lib/request/once'

const AN_HOUR = 60 * 60 * 1000
/** More than accounts, regions and languages together make; beyond it all is read anew. */
const MOST = 500

interface Kept<Value> {
  until: number
  value: Promise<Value>
}

/**
 * A read whose answer is kept for an hour per account and parameters, under a name of its own; those who ask
 * while it is on its way share it. For what changes a few times a year and no write of ours touches. A failed
 * read is not kept.
 */
export function keptForAnHour<Params, Value>(
  name: string,
  read: (access: Access, params: Params) => Promise<Value>,
): (access: Access, params: Params) => Promise<Value> {
  return async (access, params) => {
    const all = once(`kept ${name}`, () => new Map<string, Kept<Value>>())
    const key = JSON.stringify([access.profile, params])
    const known = all.get(key)
    if (known && known.until > Date.now()) return known.value
    if (all.size >= MOST) all.clear()
    const kept = { until: Date.now() + AN_HOUR, value: read(access, params) }
    all.set(key, kept)
    try {
      return await kept.value
    } catch (error) {
      if (all.get(key) === kept) all.delete(key)
      throw error
    }
  }
}
