import { queryOptions } from '@tanstack/react-query'

import { MOST_OBJECTS } from '@/lib/objects/params'
import { kindOf, type NamedObject, type ObjectRef } from '@/lib/objects/schema'
import { getJson } from '@/lib/query/get-json'

const MINUTE = 60_000

/** What these objects are called, of those that have names. */
export function namesOf(refs: readonly ObjectRef[]) {
  const asked = [
    ...new Set(refs.filter(({ id }) => kindOf(id)).map(({ id, regionId }) => `${id}@${regionId}`)),
  ]
    .toSorted()
    .slice(0, MOST_OBJECTS)
    .join(',')
  return queryOptions({
    queryKey: ['NameObjects', asked],
    queryFn: () => getJson<NamedObject[]>('/api/objects', { of: asked }),
    enabled: asked !== '',
    staleTime: MINUTE,
  })
}
