import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, route } from './network'
import { refusal, type Running, start } from './start'

let emulator: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  emulator = await start()
  network = await buildNetwork(emulator)
})
afterEach(() => emulator.close())

test('lists answer wrong ids with nothing and a wrong region with an error', async () => {
  const { cbn } = emulator.main
  await attach(emulator, network.TransitRouterId, connect(emulator, 'munich'))
  for (const wrong of [
    { TransitRouterAttachmentId: 'x' },
    { TransitRouterId: 'x' },
    { CenId: 'x' },
  ])
    expect(await cbn('ListTransitRouterVpnAttachments', wrong)).toMatchObject({ TotalCount: 0 })
  expect((await refusal(cbn('ListTransitRouterVpnAttachments', { RegionId: 'x' }))).code).toBe(
    'IllegalParam.Region',
  )
  const partnerView = await emulator.partner.cbn('ListTransitRouterVpnAttachments', {})
  expect(partnerView).toMatchObject({ TotalCount: 0 })
})

test('a long list comes in pages that hold every attachment once', async () => {
  const { cbn } = emulator.main
  const ids: unknown[] = []
  for (let n = 0; n < 7; n += 1)
    ids.push(await attach(emulator, network.TransitRouterId, connect(emulator, `c${n}`)))
  const seen: string[] = []
  let NextToken: string | undefined
  do {
    const page = await cbn('ListTransitRouterVpnAttachments', { MaxResults: 3, NextToken })
    expect(page).toMatchObject({ TotalCount: 7, MaxResults: 3 })
    // The answer's shape is what this test is about.
    const rows = page['TransitRouterAttachments'] as { TransitRouterAttachmentId: string }[]
    seen.push(...rows.map((row) => row.TransitRouterAttachmentId))
    NextToken = page['NextToken'] as string | undefined
  } while (NextToken)
  expect(seen).toEqual(ids)
})

test('an attachment is renamed while Modifying, and not twice at once', async () => {
  const { cbn } = emulator.main
  const id = await attach(emulator, network.TransitRouterId, connect(emulator, 'munich'))
  const update = (more: object) =>
    cbn('UpdateTransitRouterVpnAttachmentAttribute', { TransitRouterAttachmentId: id, ...more })
  await update({ TransitRouterAttachmentName: 'new', AutoPublishRouteEnabled: false })
  expect((await refusal(update({}))).code).toBe('IncorrectStatus.Status')
  emulator.advance(5)
  expect(emulator.emulator.state.attachments.get(id)).toMatchObject({
    Status: 'Attached',
    TransitRouterAttachmentName: 'new',
    TransitRouterAttachmentDescription: '',
    AutoPublishRouteEnabled: false,
  })
  expect((await refusal(update({ TransitRouterAttachmentId: 'x' }))).code).toBe(
    'InvalidTransitRouterAttachmentId.NotFound',
  )
})

test('deleting needs everything loosened first, unless forced', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId, system, custom } = network
  const id = await attach(emulator, TransitRouterId, connect(emulator, 'munich'))
  await route(emulator, id, system)
  await cbn('CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId: custom,
    TransitRouterRouteEntryDestinationCidrBlock: '10.0.0.0/8',
    TransitRouterRouteEntryNextHopType: 'Attachment',
    TransitRouterRouteEntryNextHopId: id,
  })
  emulator.advance(5)
  const remove = (more = {}) =>
    cbn('DeleteTransitRouterVpnAttachment', { TransitRouterAttachmentId: id, ...more })
  const pair = { TransitRouterAttachmentId: id, TransitRouterRouteTableId: system }
  expect((await refusal(remove())).code).toBe('OperationFailed.RouteTableAssociationExist')
  await cbn('DissociateTransitRouterAttachmentFromRouteTable', pair)
  emulator.advance(5)
  expect((await refusal(remove())).code).toBe('OperationFailed.RouteTablePropagationExist')
  await cbn('DisableTransitRouterRouteTablePropagation', pair)
  emulator.advance(5)
  expect((await refusal(remove())).code).toBe('OperationFailed.RouteEntryExist')
  await remove({ Force: true })
  expect((await refusal(remove())).code).toBe('IncorrectStatus.ResourceStatus')
  emulator.advance(10)
  const { state } = emulator.emulator
  expect([state.attachments.size, state.routes.size, state.propagations.size]).toEqual([0, 0, 0])
  expect((await refusal(remove())).code).toBe('InvalidTransitRouterAttachmentId.NotFound')
})

test('flow protection adds a route to the connection, which goes with the attachment', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId, system } = network
  const connection = connect(emulator, 'ningbo', { local: '10.1.0.0/16', remote: '192.168.9.0/24' })
  const id = await attach(emulator, TransitRouterId, connection)
  await route(emulator, id, system)
  const routes = () => cbn('ListTransitRouterRouteEntries', { TransitRouterRouteTableId: system })
  expect(await routes()).toMatchObject({
    TransitRouterRouteEntries: [
      {
        TransitRouterRouteEntryDestinationCidrBlock: '192.168.9.0/24',
        TransitRouterRouteEntryNextHopResourceId: connection.id,
        TransitRouterRouteEntryType: 'Propagated',
      },
    ],
  })
  await cbn('DeleteTransitRouterVpnAttachment', { TransitRouterAttachmentId: id, Force: true })
  emulator.advance(10)
  expect(await routes()).toMatchObject({ TotalCount: 0 })
  expect(emulator.emulator.state.vcoRoutes.size).toBe(0)
})
