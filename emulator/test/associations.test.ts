import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, route } from './network'
import { refusal, type Running, start } from './start'

let emulator: Running
let ids: Awaited<ReturnType<typeof buildNetwork>>
let attachment: string
beforeEach(async () => {
  emulator = await start()
  ids = await buildNetwork(emulator)
  attachment = await attach(emulator, ids.TransitRouterId, connect(emulator, 'munich'))
})
afterEach(() => emulator.close())

const pair = (TransitRouterRouteTableId: string, TransitRouterAttachmentId = attachment) => ({
  TransitRouterAttachmentId,
  TransitRouterRouteTableId,
})
const associations = () =>
  emulator.main.cbn('ListTransitRouterRouteTableAssociations', {
    TransitRouterAttachmentId: attachment,
  })
const propagations = (TransitRouterRouteTableId = ids.system) =>
  emulator.main.cbn('ListTransitRouterRouteTablePropagations', { TransitRouterRouteTableId })
const codeOf = async (action: string, request: Parameters<Running['main']['cbn']>[1]) =>
  (await refusal(emulator.main.cbn(action, request))).code

const associate = 'AssociateTransitRouterAttachmentWithRouteTable'
const dissociate = 'DissociateTransitRouterAttachmentFromRouteTable'
const replace = 'ReplaceTransitRouterRouteTableAssociation'
const enable = 'EnableTransitRouterRouteTablePropagation'
const disable = 'DisableTransitRouterRouteTablePropagation'

test('an attachment is associated with no table until asked, and with one at most', async () => {
  const { cbn } = emulator.main
  expect(await associations()).toMatchObject({ TotalCount: 0 })
  await cbn(associate, pair(ids.system))
  expect(await associations()).toMatchObject({
    MaxResults: 50,
    TransitRouterAssociations: [
      { ...pair(ids.system), Status: 'Associating', ResourceType: 'VPN' },
    ],
  })
  expect(await codeOf(associate, pair(ids.custom))).toBe('Operation.Blocking')
  emulator.advance(5)
  expect(await associations()).toMatchObject({ TransitRouterAssociations: [{ Status: 'Active' }] })
  expect(await codeOf(associate, pair(ids.custom))).toBe('AssociationExist.TransitRouterTable')
})

test('replacing goes Replacing → Active, and meanwhile only queries are allowed', async () => {
  const { cbn } = emulator.main
  expect(await codeOf(replace, pair(ids.custom))).toBe('IncorrectStatus.AttachmentOrRouteTable')
  await route(emulator, attachment, ids.system)
  await cbn(replace, pair(ids.custom))
  expect(await associations()).toMatchObject({
    TransitRouterAssociations: [{ ...pair(ids.custom), Status: 'Replacing' }],
  })
  expect(await codeOf(replace, pair(ids.system))).toBe('Operation.Blocking')
  expect(await codeOf(dissociate, pair(ids.custom))).toBe('Operation.Blocking')
  expect(await codeOf(disable, pair(ids.system))).toBe('Operation.Blocking')
  emulator.advance(5)
  expect(await associations()).toMatchObject({ TransitRouterAssociations: [{ Status: 'Active' }] })
  expect(await codeOf(replace, pair(ids.custom))).toBe('IncorrectStatus.AttachmentOrRouteTable')
})

test('dissociating removes the association, and rehearses with a request id', async () => {
  const { cbn } = emulator.main
  await route(emulator, attachment, ids.system)
  expect(await cbn(dissociate, { ...pair(ids.system), DryRun: true })).toHaveProperty('RequestId')
  expect(await codeOf(dissociate, pair(ids.custom))).toBe(
    'InvalidTransitRouterRouteTableId.NotFound',
  )
  await cbn(dissociate, pair(ids.system))
  expect(await associations()).toMatchObject({
    TransitRouterAssociations: [{ Status: 'Dissociating' }],
  })
  emulator.advance(5)
  expect(await associations()).toMatchObject({ TotalCount: 0 })
})

test('an attachment propagates to several tables, one task at a time', async () => {
  const { cbn } = emulator.main
  await cbn(enable, pair(ids.system))
  expect(await propagations()).toMatchObject({
    MaxResults: 50,
    TransitRouterPropagations: [{ ...pair(ids.system), Status: 'Enabling', ResourceType: 'VPN' }],
  })
  expect(await codeOf(enable, pair(ids.custom))).toBe('Operation.Blocking')
  emulator.advance(5)
  await cbn(enable, pair(ids.custom))
  emulator.advance(5)
  expect(await propagations(ids.custom)).toMatchObject({
    TransitRouterPropagations: [{ Status: 'Active' }],
  })
  expect(await codeOf(enable, pair(ids.custom))).toBe('OperationUnsupported.EnablePropagation')
  await cbn(disable, pair(ids.system))
  expect(await propagations()).toMatchObject({
    TransitRouterPropagations: [{ Status: 'Disabling' }],
  })
  emulator.advance(5)
  expect(await propagations()).toMatchObject({ TotalCount: 0 })
  expect(await codeOf(disable, pair(ids.system))).toBe('IllegalParam.TransitRouterTableId')
})

test('filters narrow the lists', async () => {
  const { cbn } = emulator.main
  await route(emulator, attachment, ids.system)
  const table = { TransitRouterRouteTableId: ids.system }
  for (const [action, filters] of [
    ['ListTransitRouterRouteTableAssociations', { Status: 'Replacing' }],
    ['ListTransitRouterRouteTableAssociations', { TransitRouterAttachmentResourceType: 'VPC' }],
    ['ListTransitRouterRouteTablePropagations', { TransitRouterAttachmentResourceId: 'vco-x' }],
    ['ListTransitRouterRouteTablePropagations', { Status: 'Disabling' }],
  ] as const)
    expect(await cbn(action, { ...table, ...filters })).toMatchObject({ TotalCount: 0 })
  expect(await codeOf('ListTransitRouterRouteTableAssociations', {})).toBe('MissingParameter')
})

test.each<[string, string, string]>([
  [
    associate,
    'InvalidTransitRouterAttachmentId.NotFound',
    'InvalidTransitRouterRouteTableId.NotFound',
  ],
  [
    dissociate,
    'InvalidTransitRouterAttachmentId.NotFound',
    'InvalidTransitRouterRouteTableId.NotFound',
  ],
  [
    replace,
    'InvalidTransitRouterAttachmentId.NotFound',
    'InvalidTransitRouterRouteTableId.NotFound',
  ],
  [enable, 'InvalidAttachmentId.NotFound', 'InvalidRouteTableId.NotFound'],
  [disable, 'InvalidAttachmentId.NotFound', 'InvalidRouteTableId.NotFound'],
])('%s names the id it does not find', async (action, noAttachment, noTable) => {
  expect(await codeOf(action, pair(ids.system, 'tr-attach-none'))).toBe(noAttachment)
  expect(await codeOf(action, pair('vtb-none'))).toBe(noTable)
  const strangers = await refusal(emulator.partner.cbn(action, pair(ids.system)))
  expect([noAttachment, noTable]).toContain(strangers.code)
})

test('an attachment that is being made takes part in nothing yet', async () => {
  const { cbn } = emulator.main
  const { TransitRouterAttachmentId } = await cbn('CreateTransitRouterVpnAttachment', {
    RegionId: 'eu-central-1',
    TransitRouterId: ids.TransitRouterId,
    VpnId: connect(emulator, 'hamburg', { dual: true }).id,
  })
  for (const action of [associate, enable])
    expect(await codeOf(action, pair(ids.system, String(TransitRouterAttachmentId)))).toBe(
      'IncorrectStatus.AttachmentOrRouteTable',
    )
})
