import { expect, test } from 'vitest'

import { cleanForm, FACTS } from '@/lib/attach-form/rule-world'
import { toNewAttachment, toNewConnection } from '@/lib/attach-form/to-request'
import { acceptAttachForm } from '@/lib/attach-form/validate'

test('a form becomes a connection and its attachment', () => {
  const values = cleanForm()
  Object.assign(values, {
    transitRouterAttachmentName: 'munich-dc',
    tag: [{ key: 'site', value: 'm' }],
  })
  const form = acceptAttachForm(values, FACTS)
  const connection = form.resource.kind === 'create' ? form.resource.connection : undefined
  expect(
    connection &&
      toNewConnection(connection, { regionId: form.regionId, name: 'munich-dc', tags: form.tag }),
  ).toMatchObject({
    regionId: 'eu-central-1',
    name: 'munich-dc',
    autoConfigRoute: true,
    localSubnet: ['0.0.0.0/0'],
    tunnels: [{ customerGatewayId: 'cgw-1' }],
    tags: [{ key: 'site', value: 'm' }],
  })
  expect(toNewAttachment(form, { cenId: 'cen-1', vpnId: 'vco-9' })).toEqual({
    cenId: 'cen-1',
    regionId: 'eu-central-1',
    transitRouterId: 'tr-1',
    vpnId: 'vco-9',
    zoneId: 'eu-central-1a',
    transitRouterAttachmentName: 'munich-dc',
    transitRouterAttachmentDescription: '',
    autoPublishRouteEnabled: true,
    tags: [{ key: 'site', value: 'm' }],
  })
})

test('a connection of a different account is attached with its owner', () => {
  const values = cleanForm()
  values.owner = { kind: 'other', vpnOwnerId: '1000000000000002' }
  values.resource = { kind: 'select', vpnId: 'vco-partner' }
  const form = acceptAttachForm(values, FACTS)
  expect(toNewAttachment(form, { cenId: 'cen-1', vpnId: 'vco-partner' })).toMatchObject({
    vpnId: 'vco-partner',
    vpnOwnerId: '1000000000000002',
  })
})

test('a name too long for a connection is left to the attachment', () => {
  const form = acceptAttachForm(cleanForm(), FACTS)
  const connection = form.resource.kind === 'create' ? form.resource.connection : undefined
  const named = (name: string) =>
    connection && toNewConnection(connection, { regionId: 'eu-central-1', name, tags: [] }).name
  expect(named('a'.repeat(100))).toBe('a'.repeat(100))
  expect(named('a'.repeat(101))).toBe('')
})
