import { expect, test } from 'vitest'

import { toNewAttachment } from '@/lib/attach-form/request'
import { acceptAttachForm } from '@/lib/attach-form/schema'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import { toNewConnection } from '@/lib/connection-form/request'
import { KNOWN } from '@/lib/connection-form/test/known'

test('a form becomes a connection and its attachment', () => {
  const values = cleanForm()
  Object.assign(values, {
    transitRouterAttachmentName: 'munich-dc',
    transitRouterAttachmentDescription: 'the hall in Munich',
    tag: [{ key: 'site', value: 'm' }],
  })
  const form = acceptAttachForm(values, KNOWN)
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
    transitRouterAttachmentDescription: 'the hall in Munich',
    autoPublishRouteEnabled: true,
    tags: [{ key: 'site', value: 'm' }],
  })
})

test('a connection of a different account is attached with its owner', () => {
  const values = cleanForm()
  values.owner = { kind: 'other', vpnOwnerId: '1000000000000002' }
  values.resource = { kind: 'select', vpnId: 'vco-partner' }
  const form = acceptAttachForm(values, KNOWN)
  expect(toNewAttachment(form, { cenId: 'cen-1', vpnId: 'vco-partner' })).toMatchObject({
    vpnId: 'vco-partner',
    vpnOwnerId: '1000000000000002',
  })
})
