import fc from 'fast-check'

import type { AttachFormValues } from '@/lib/attach-form/values'
import { arbitraryConnection, text } from '@/lib/connection-form/test/arbitrary-connection'

/** Any state that the form can be in. */
export const arbitraryForm: fc.Arbitrary<AttachFormValues> = fc.record({
  regionId: text('eu-central-1', 'cn-fuzhou'),
  transitRouterId: text('tr-1'),
  owner: fc.record({
    kind: fc.constantFrom('current', 'other'),
    vpnOwnerId: text('1000000000000001', '1000000000000002', '12345'),
  }),
  resource: fc.record({
    kind: fc.constantFrom('create', 'select'),
    vpnId: text('vco-free', 'vco-here', 'vco-two', 'vco-partner'),
  }),
  transitRouterAttachmentName: text('hq', '1', 'http://x'),
  transitRouterAttachmentDescription: text('the hall', 'http://x'),
  tag: fc.array(fc.record({ key: text('site', 'acs:x'), value: text('munich') }), { maxLength: 3 }),
  zoneId: text('eu-central-1a'),
  connection: arbitraryConnection,
  advanced: fc.record({
    autoPublishRouteEnabled: fc.boolean(),
    associateDefaultTable: fc.boolean(),
    propagateToDefaultTable: fc.boolean(),
  }),
})
