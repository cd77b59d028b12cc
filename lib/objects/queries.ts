import { queryOptions } from '@tanstack/react-query'

import { MOST_OBJECTS } from '@/lib/objects/params'
import { kindOf, type NamedObject, type ObjectRef } from '@/lib/objects/schema'
import { getJson } from '@/lib/query/get-json'
import { inBatches } from '@/lib/query/in-batches'

const MINUTE = 60_000

const textOf = ({ id, regionId }: ObjectRef) => `${id}@${regionId}`

const nameOne = inBatches(MOST_OBJECTS, async (refs: ObjectRef[]) => {
  const named = await getJson<NamedObject[]>('/api/objects', { of: refs.map(textOf).join(',') })
  const found = new Map(named.map((object) => [textOf(object), object]))
  return refs.map((ref) => found.get(textOf(ref)) ?? ref)
})

/** What these objects are called, however many: each is kept by itself, so that a new one reads no other again. */
export function namesOf(refs: readonly ObjectRef[]) {
  const asked = new Map(refs.filter(({ id }) => kindOf(id)).map((ref) => [textOf(ref), ref]))
  return [...asked].map(([text, ref]) =>
    queryOptions({
      queryKey: ['NameObject', text],
      queryFn: () => nameOne(ref),
      staleTime: MINUTE,
    }),
  )
}
