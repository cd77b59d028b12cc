import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'
import type { Access } from '@/lib/people/access'
import type { Limits } from '@/lib/people/limits'

const rig = await emulator('sample')
const { mustLieWithin } = await import('@/lib/cloud/limits')
const { createCen, listCens, updateCen } = await import('@/lib/cen/cloud')
const { listTransitRouters, openTransitRouterService } = await import('@/lib/transit-routers/cloud')
const { listVpnAttachments, updateVpnAttachment } = await import('@/lib/attachments/cloud')
const { listRouteTables, listRouteEntries } = await import('@/lib/route-tables/cloud')
const { associate } = await import('@/lib/route-tables/bindings')
const { describeIpsecConnection, listIpsecConnections, modifyIpsecConnection, revealPsk } =
  await import('@/lib/ipsec-connections/cloud')
const { listCustomerGateways } = await import('@/lib/customer-gateways/cloud')
const { keptRegions, keptZones } = await import('@/lib/regions/cloud')
const { listRoutingPolicies } = await import('@/lib/routing-policies/cloud')
const { setTags } = await import('@/lib/tags/cloud')

/** Somebody who is limited. */
const limitedTo = (limits: Limits): Access => ({
  profile: 'main',
  person: {
    personId: 'one',
    name: 'Olga',
    email: 'olga@example.com',
    role: 'operator',
    limits,
    sessionId: 'one',
    address: '192.0.2.1',
  },
})

const writesOf = (calls: ReturnType<typeof rig.calls>) =>
  calls.filter(({ effect }) => effect).length

const REGION = 'eu-central-1'
const outside = { code: 'OutsideLimits' }

/** All routers of the sample world, each with one of its attachments and its tables. */
async function everyRouter() {
  const cens = await listCens(main)
  const routers = await Promise.all(cens.map(({ cenId }) => listTransitRouters(main, { cenId })))
  return await Promise.all(
    routers.flat().map(async ({ cenId, regionId, transitRouterId }) => {
      const [attachment] = await listVpnAttachments(main, { cenId, regionId, transitRouterId })
      const [table] = await listRouteTables(main, { transitRouterId })
      return {
        cenId,
        regionId,
        transitRouterId,
        transitRouterAttachmentId: attachment?.transitRouterAttachmentId,
        vpnConnectionId: attachment?.resourceId,
        transitRouterRouteTableId: table!.transitRouterRouteTableId,
      }
    }),
  )
}

test('whatever names something outside of a CEN instance is refused, whichever of its ids it names, and nothing is sent', async () => {
  const all = await everyRouter()
  const [own] = all.filter(({ transitRouterAttachmentId }) => transitRouterAttachmentId)
  const others = all.filter(({ cenId }) => cenId !== own!.cenId)
  expect(others.length).toBeGreaterThan(0)
  const limited = limitedTo({ cenIds: [own!.cenId] })
  await mustLieWithin(limited, own)
  for (const { regionId, cenId, ...ids } of others) {
    await expect(mustLieWithin(limited, { cenId })).rejects.toMatchObject(outside)
    for (const [key, id] of Object.entries(ids)) {
      if (id === undefined) continue
      for (const named of [
        { regionId, [key]: id },
        // An own instance beside it does not make it one's own.
        { regionId, cenId: own!.cenId, [key]: id },
        { regionId, deep: [{ [key]: [id] }] },
      ])
        await expect(mustLieWithin(limited, named)).rejects.toMatchObject(outside)
    }
  }
})

test('a region is a limit for the routers, attachments, tables and connections in it', async () => {
  const all = await everyRouter()
  const limited = limitedTo({ regionIds: [REGION] })
  const named = (isInside: boolean) =>
    all
      .filter(({ regionId }) => (regionId === REGION) === isInside)
      .flatMap(
        ({ cenId, transitRouterId, transitRouterAttachmentId, transitRouterRouteTableId }) => [
          { cenId, transitRouterId },
          { cenId, transitRouterRouteTableId },
          ...(transitRouterAttachmentId ? [{ cenId, transitRouterAttachmentId }] : []),
        ],
      )
  for (const each of named(true)) await mustLieWithin(limited, each)
  expect(named(false).length).toBeGreaterThan(2)
  for (const each of named(false))
    await expect(mustLieWithin(limited, each)).rejects.toMatchObject(outside)
  await expect(listCustomerGateways(limited, { regionId: 'cn-hangzhou' })).rejects.toMatchObject(
    outside,
  )
  expect((await listCustomerGateways(limited, { regionId: REGION })).length).toBeGreaterThan(0)
  await expect(
    keptZones(limited, { regionId: 'cn-hangzhou', language: 'en-US' }),
  ).rejects.toMatchObject(outside)
})

test('the door lets no call through that reaches beyond a limit: reads, writes, keys', async () => {
  const all = (await everyRouter()).filter(({ vpnConnectionId }) => vpnConnectionId)
  const own = all.find(({ regionId }) => regionId === REGION)!
  const other = all.find(({ cenId }) => cenId !== own.cenId)
  const limits = other ? { cenIds: [own.cenId] } : { regionIds: [REGION] }
  const there = other ?? all.find(({ regionId }) => regionId !== REGION)!
  const limited = limitedTo(limits)
  const { regionId, vpnConnectionId = '', transitRouterAttachmentId = '' } = there
  const connection = { regionId, vpnConnectionId }
  const before = writesOf(rig.calls())
  for (const attempt of [
    () =>
      listTransitRouters(limited, { cenId: there.cenId, transitRouterId: there.transitRouterId }),
    () => listRouteTables(limited, { transitRouterId: there.transitRouterId }),
    () => listRouteEntries(limited, { transitRouterRouteTableId: there.transitRouterRouteTableId }),
    () => describeIpsecConnection(limited, connection),
    () => revealPsk(limited, connection),
    () => modifyIpsecConnection(limited, connection, { name: 'mine' }, write()),
    () =>
      updateVpnAttachment(
        limited,
        { transitRouterAttachmentId, transitRouterAttachmentName: 'mine' },
        write(),
      ),
    () =>
      associate(
        limited,
        {
          transitRouterAttachmentId: own.transitRouterAttachmentId!,
          transitRouterRouteTableId: there.transitRouterRouteTableId,
        },
        write(),
      ),
    () =>
      setTags(
        limited,
        { service: 'cbn', type: 'TransitRouter', id: there.transitRouterId, regionId },
        [{ key: 'a', value: 'b' }],
      ),
    () => openTransitRouterService(limited, write()),
  ])
    await expect(attempt()).rejects.toMatchObject(outside)
  expect(writesOf(rig.calls())).toBe(before)
})

test('who sees some CEN instances makes no further one, and changes those', async () => {
  const cenId = (await listCens(main))[0]!.cenId
  const limited = limitedTo({ cenIds: [cenId] })
  const cen = { name: 'mine', description: '', tags: [] }
  await expect(createCen(limited, cen, write())).rejects.toMatchObject(outside)
  await updateCen(limited, { cenId, name: 'core' })
  await createCen(limitedTo({ regionIds: [REGION] }), cen, write())
})

test('lists have what lies within the limits, and the memory of one person serves no other', async () => {
  const cens = await listCens(main)
  const limited = limitedTo({ cenIds: [cens[0]!.cenId], regionIds: [REGION] })
  expect((await listCens(limited)).map(({ cenId }) => cenId)).toEqual([cens[0]!.cenId])
  expect(await listCens(limited, { cenId: cens[1]!.cenId })).toEqual([])
  const routers = await listTransitRouters(limited, { cenId: cens[0]!.cenId })
  expect(new Set(routers.map(({ regionId }) => regionId))).toEqual(new Set([REGION]))
  const language = { language: 'en-US' } as const
  expect((await keptRegions(limited, language)).map(({ regionId }) => regionId)).toEqual([REGION])
  expect((await keptRegions(main, language)).length).toBeGreaterThan(1)
  const shown = await listIpsecConnections(limited, { regionId: REGION })
  const all = await listIpsecConnections(main, { regionId: REGION })
  // What is attached nowhere is limited by account and region alone.
  const may = all.filter(
    ({ attachType, attachInstanceId }) =>
      attachType !== 'CEN' || attachInstanceId === cens[0]!.cenId,
  )
  expect(shown).toEqual(may)
  expect(shown.length).toBeGreaterThan(0)
  const policies = await listRoutingPolicies(limited, { cenId: cens[0]!.cenId })
  expect(policies.every(({ cenRegionId }) => cenRegionId === REGION)).toBe(true)
})

test('another account is refused whatever is named, and nobody without limits is asked about', async () => {
  const limited = limitedTo({ profiles: ['partner'] })
  for (const named of [{}, undefined, { regionId: REGION }, []])
    await expect(mustLieWithin(limited, named)).rejects.toMatchObject(outside)
  await expect(listCens(limited)).rejects.toMatchObject(outside)
  const before = rig.calls().length
  await mustLieWithin(main, { transitRouterId: 'tr-1', cenId: 'cen-1', regionId: 'nowhere' })
  expect(rig.calls().length).toBe(before)
})

test('an id that looks like none, is unknown, or lies deep in odd values does not pass for another', async () => {
  const limited = limitedTo({ cenIds: ['cen-own'] })
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  await mustLieWithin(limited, loop)
  await mustLieWithin(limited, { localId: 'tr-1', name: 'cen-other', tag: [{ key: 'cen-other' }] })
  for (const named of [
    { cenId: 'CEN-own' },
    { cenId: 'cen-own ' },
    { cenIds: ['cen-own', 'cen-other'] },
    { transitRouterId: 'TR-1' },
    { transitRouterId: 'tr-unknown' },
    { transitRouterAttachmentId: 'tr-attach-unknown' },
    { transitRouterRouteTableId: 'vtb-unknown' },
    { resourceId: ['tr-unknown'] },
    { attachment: { cenId: 'cen-other' } },
  ])
    await expect(mustLieWithin(limited, named)).rejects.toMatchObject(outside)
})
