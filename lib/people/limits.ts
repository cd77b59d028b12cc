/** What somebody sees and changes of the cloud; what is absent is not limited. */
export interface Limits {
  /** The credential profiles, each an account. */
  profiles?: readonly string[]
  cenIds?: readonly string[]
  regionIds?: readonly string[]
}

/** Each kind of limit, in the order in which it is shown. */
export const limitNames = ['profiles', 'cenIds', 'regionIds'] as const satisfies (keyof Limits)[]
export type LimitName = (typeof limitNames)[number]

/** Whether something lies within a limit of that kind. */
export const isWithin = (limits: Limits | undefined, name: LimitName, id: string): boolean =>
  limits?.[name]?.includes(id) ?? true

/** What lies within both. */
export function narrowest(one: Limits | undefined, other: Limits | undefined): Limits | undefined {
  if (!one || !other) return one ?? other
  const both = limitNames.flatMap((name) => {
    const ids = one[name] ? one[name].filter((id) => isWithin(other, name, id)) : other[name]
    return ids ? [[name, ids]] : []
  })
  return Object.fromEntries(both) as Limits
}

/** As it is kept: none instead of one that limits nothing. */
export function toLimits(chosen: Record<LimitName, readonly string[]>): Limits | undefined {
  const some = limitNames.filter((name) => chosen[name].length > 0)
  if (some.length === 0) return undefined
  return Object.fromEntries(some.map((name) => [name, chosen[name]]))
}
