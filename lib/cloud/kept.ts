import 'server-only'
import type { Access } from '@/lib/request/access'
import { once } from '@/lib/request/once'

const AN_HOUR = 60 * 60 * 1000
/** More than accounts, regions and languages together make; beyond it all is read anew. */
const MOST = 500

/** A list is kept no longer, for its memory. */
const A_MINUTE = 60 * 1000
/** So many lists: one of 10,000 objects takes some 20 MB. */
const MOST_LISTS = 8

interface Kept<Value> {
  until: number
  value: Promise<Value>
}

interface Reading<Value> {
  begun: number
  /** Writes that this process had sent for the account by then. */
  writes: number
  value: Promise<Value>
}

/**
 * A read whose answer is kept for an hour per account and parameters, under a name of its own; those who ask
 * while it is on its way share it. For what changes a few times a year and no write of ours touches. A failed
 * read is not kept. It is read for the whole account, whoever asks first.
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
    const kept = { until: Date.now() + AN_HOUR, value: read({ profile: access.profile }, params) }
    all.set(key, kept)
    try {
      return await kept.value
    } catch (error) {
      if (all.get(key) === kept) all.delete(key)
      throw error
    }
  }
}

/**
 * A read that several requests of one page share: of a long list, which is searched here a page of rows at a time.
 * `within`: how many milliseconds ago it may have begun, so the age of the page that asks; 0 reads anew. A write
 * of ours ends it, and a failed read is not kept.
 */
export function keptFor<Params, Value>(
  name: string,
  read: (access: Access, params: Params) => Promise<Value>,
): (access: Access, params: Params, within: number) => Promise<Value> {
  return (access, params, within) => {
    const all = once(`kept ${name}`, () => new Map<string, Reading<Value>>())
    // Whoever is limited was told another list.
    const key = JSON.stringify([access.profile, access.person?.limits ?? null, params])
    const known = all.get(key)
    const [now, writes] = [performance.now(), writesOf(access)]
    if (known?.writes === writes && now - known.begun <= Math.min(within, A_MINUTE))
      return known.value
    const forget = () => {
      if (all.get(key) === reading) all.delete(key)
    }
    const readOnce = async () => {
      try {
        return await read(access, params)
      } catch (error) {
        forget()
        throw error
      }
    }
    const reading: Reading<Value> = { begun: now, writes, value: readOnce() }
    all.delete(key)
    all.set(key, reading)
    for (const oldest of all.keys()) if (all.size > MOST_LISTS) all.delete(oldest)
    setTimeout(forget, A_MINUTE).unref()
    return reading.value
  }
}

const written = () => once('writes to the cloud', () => new Map<string, number>())
const writesOf = ({ profile }: Access): number => written().get(profile) ?? 0

/** To be called when a write has its answer, or none: what was read of the account before may be another by now. */
export const noteWrite = (access: Access): void =>
  void written().set(access.profile, writesOf(access) + 1)
