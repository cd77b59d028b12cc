import { expect, test } from 'vitest'

import { carried, unpackMessage } from '@/lib/i18n/message'
import { vcoRouteDefaults, vcoRouteFormIn } from '@/lib/ipsec-connections/form'

test('a connection takes one static route to a destination, however it is written', () => {
  const form = vcoRouteFormIn([
    { routeDest: '10.1.0.0/16', routeEntryType: 'custom' },
    { routeDest: '10.2.0.0/16', routeEntryType: 'bgp' },
  ])
  const said = (routeDest: string) =>
    form
      .safeParse({ ...vcoRouteDefaults, routeDest })
      .error?.issues.map(({ message }) => unpackMessage(carried(message)))
  const same = [{ key: 'vcoRoute.same', values: { block: '10.1.0.0/16' } }]
  expect(said('10.1.0.0/16')).toEqual(same)
  expect(said(' 10.1.0.0 255.255.0.0')).toEqual(same)
  expect(said('10.2.0.0/16')).toBeUndefined()
  expect(said('10.1.0.0/17')).toBeUndefined()
})
