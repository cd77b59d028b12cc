import { expect, test } from 'vitest'

import { carried, unpackMessage } from '@/lib/i18n/message'
import { remarkOnRoute, routeEntryDefaults, routeEntryFormIn } from '@/lib/route-tables/form'
import { entry } from '@/lib/route-tables/test/entry'

const ENTRIES = [
  entry('10.1.0.0/16', 'tr-attach-1'),
  {
    ...entry('10.2.0.0/16', 'tr-attach-1'),
    transitRouterRouteEntryType: 'Propagated',
    transitRouterRouteEntryNextHopResourceId: 'vco-1',
  },
]

test('a table takes one static route to a destination, however it is written', () => {
  const wrong = (destination: string) =>
    routeEntryFormIn(ENTRIES)
      .safeParse({
        ...routeEntryDefaults,
        nextHopType: 'BlackHole',
        transitRouterRouteEntryDestinationCidrBlock: destination,
      })
      .error?.issues.map(({ message }) => unpackMessage(carried(message)))
  const same = [{ key: 'routeTables.same', values: { block: '10.1.0.0/16' } }]
  expect(wrong('10.1.0.0/16')).toEqual(same)
  expect(wrong('10.1.0.0 255.255.0.0')).toEqual(same)
  expect(wrong('10.1.0.0/17')).toBeUndefined()
  expect(wrong('10.2.0.0/16')).toBeUndefined()
})

test('a static route in place of a learned one, or to where none leads, is remarked on', () => {
  const said = (text: string) => unpackMessage(remarkOnRoute(ENTRIES, text)!)
  expect(said('10.2.0.0/16')).toEqual({
    key: 'routeTables.learned',
    values: { block: '10.2.0.0/16', from: 'vco-1' },
  })
  for (const special of ['169.254.0.0/16', '169.254.9.0/24', '224.0.0.0/4', '127.0.0.1/32'])
    expect(said(special).key).toBe('routing.special')
  for (const plain of ['0.0.0.0/0', '10.3.0.0/16', '10.1', ''])
    expect(remarkOnRoute(ENTRIES, plain)).toBeUndefined()
})
