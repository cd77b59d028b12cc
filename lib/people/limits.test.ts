import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isWithin, limitNames, type Limits, narrowest, toLimits } from '@/lib/people/limits'

test('what lies within two limits lies within both', () => {
  const some = fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined })
  const limits = fc.record({ profiles: some, cenIds: some, regionIds: some }, { requiredKeys: [] })
  const bare = (each: object) =>
    Object.fromEntries(Object.entries(each).filter(([, ids]) => ids !== undefined)) as Limits
  fc.assert(
    fc.property(
      limits,
      limits,
      fc.constantFrom(...limitNames),
      fc.constantFrom('a', 'd'),
      (...[one, other, name, id]) => {
        const [first, second] = [bare(one), bare(other)]
        expect(isWithin(narrowest(first, second), name, id)).toBe(
          isWithin(first, name, id) && isWithin(second, name, id),
        )
      },
    ),
  )
  expect(narrowest(undefined, undefined)).toBeUndefined()
  expect(toLimits({ profiles: [], cenIds: [], regionIds: [] })).toBeUndefined()
})
