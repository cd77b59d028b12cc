import type { z } from 'zod'

import { attachFormSchema } from '@/lib/attach-form/schema'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import { cenFormSchema } from '@/lib/cen/form'
import { connectionFormSchema } from '@/lib/connection-form/schema'
import {
  block,
  fullConnection,
  type Limit,
  name,
  ofConnection,
  visible,
} from '@/lib/connection-form/test/connection-limits'
import { cleanConnectionForm } from '@/lib/connection-form/test/known'
import {
  customerGatewayFormDefaults,
  customerGatewayFormSchema,
} from '@/lib/customer-gateways/form'
import { grantFormSchema } from '@/lib/grants/form'
import {
  routeEntryDefaults,
  routeEntryForm,
  routeTableDefaults,
  routeTableForm,
} from '@/lib/route-tables/form'
import {
  cidrFormSchema,
  transitRouterFormDefaults,
  transitRouterFormSchema,
} from '@/lib/transit-routers/form'

interface LimitedForm {
  title: string
  schema: z.ZodType
  /** A form in which every field counts and is right. */
  right: () => object
  limits: readonly Limit[]
}

/** What each field takes by itself, form by form. */
export const LIMITED_FORMS: readonly LimitedForm[] = [
  {
    title: 'The form of a connection',
    schema: connectionFormSchema,
    right: () => fullConnection(cleanConnectionForm()),
    limits: [
      name('name', 100, 'Alibaba: CreateVpnAttachment, Name'),
      visible('name'),
      ...ofConnection,
    ],
  },
  {
    title: 'The form of an attachment, beside those of a connection',
    schema: attachFormSchema,
    right: () => ({
      ...cleanForm(),
      owner: { kind: 'other', vpnOwnerId: '1000000000000002' },
    }),
    limits: [
      name(
        'transitRouterAttachmentName',
        128,
        'Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentName',
      ),
      visible('transitRouterAttachmentName'),
      {
        at: ['owner.vpnOwnerId'],
        takes: '16 digits',
        class: 'cloud',
        source: 'Alibaba: account ids; Guide, Resource Owner ID',
        right: ['1000000000000001'],
        wrong: ['', '123', '10000000000000001', '100000000000000x'],
      },
    ],
  },
  {
    title: 'The form of a customer gateway',
    schema: customerGatewayFormSchema,
    right: () => ({ ...customerGatewayFormDefaults('eu-central-1'), ipAddress: '203.0.113.20' }),
    limits: [
      name('name', 100, 'Alibaba: CreateCustomerGateway, Name'),
      name('description', 100, 'Alibaba: CreateCustomerGateway, Description'),
      visible('name', 'description'),
      {
        at: ['ipAddress'],
        takes: 'an IPv4 address outside of the blocks that cannot be a gateway',
        class: 'cloud',
        source: 'Alibaba: CreateCustomerGateway, IpAddress; 0.0.0.0/8: RFC 1122, section 3.2.1.3',
        right: ['203.0.113.20', '10.9.9.9'],
        wrong: ['', '100.64.0.1', '127.0.0.1', '169.254.1.1', '224.0.0.5', '255.0.0.1', '0.0.0.0'],
      },
      {
        at: ['asn'],
        takes: '1 to 4294967295 but 45104; empty: no BGP',
        class: 'cloud',
        source: 'Alibaba: CreateCustomerGateway, Asn',
        right: ['', '23456', 'AS65001', '4294967295'],
        wrong: ['0', '45104', '4294967296'],
      },
    ],
  },
  {
    title: 'The forms of an instance, a router, its blocks, its tables and their routes',
    schema: cenFormSchema,
    right: () => ({ name: '', description: '', tags: [] }),
    limits: [
      name('name', 128, 'Alibaba: CreateCen, Name'),
      name('description', 256, 'Alibaba: CreateCen, Description'),
    ],
  },
  {
    title: '',
    schema: transitRouterFormSchema,
    right: () => ({ ...transitRouterFormDefaults('cen-1'), regionId: 'eu-central-1' }),
    limits: [
      name('transitRouterName', 128, 'Alibaba: CreateTransitRouter, TransitRouterName'),
      name('transitRouterDescription', 256, 'Alibaba: CreateTransitRouter'),
    ],
  },
  {
    title: '',
    schema: cidrFormSchema,
    right: () => ({
      regionId: 'eu-central-1',
      transitRouterId: 'tr-1',
      cidr: '10.200.0.0/24',
      name: '',
      description: '',
      publishCidrRoute: true,
    }),
    limits: [
      {
        at: ['cidr'],
        takes: 'a block of /16 to /24 outside of what the cloud keeps for itself',
        class: 'cloud',
        source: 'Alibaba: CreateTransitRouterCidr, Cidr',
        right: ['10.200.0.0/16', '10.200.0.0/24'],
        wrong: ['10.0.0.0/15', '10.200.0.0/25', '100.64.0.0/16', '169.254.0.0/16', '224.0.0.0/16'],
      },
    ],
  },
  {
    title: '',
    schema: routeTableForm,
    right: () => routeTableDefaults,
    limits: [
      name('transitRouterRouteTableName', 128, 'Alibaba: CreateTransitRouterRouteTable'),
      name('transitRouterRouteTableDescription', 256, 'Alibaba: CreateTransitRouterRouteTable'),
    ],
  },
  {
    title: '',
    schema: routeEntryForm,
    right: () => ({
      ...routeEntryDefaults,
      nextHopType: 'BlackHole',
      transitRouterRouteEntryDestinationCidrBlock: '10.1.0.0/16',
    }),
    limits: [
      block(
        ['transitRouterRouteEntryDestinationCidrBlock'],
        'Alibaba: CreateTransitRouterRouteEntry',
      ),
      name('transitRouterRouteEntryName', 128, 'Alibaba: CreateTransitRouterRouteEntry'),
      name('transitRouterRouteEntryDescription', 256, 'Alibaba: CreateTransitRouterRouteEntry'),
    ],
  },
  {
    title: 'The form of a grant',
    schema: grantFormSchema,
    right: () => ({
      regionId: 'eu-central-1',
      instanceId: 'vco-1',
      cenId: 'cen-7qthudw0ll6jmc2m5t',
      cenOwnerId: '1000000000000002',
      orderType: 'PayByCenOwner',
    }),
    limits: [
      {
        at: ['cenOwnerId'],
        takes: '16 digits',
        class: 'cloud',
        source: 'Alibaba: GrantInstanceToTransitRouter, CenOwnerId',
        right: ['1000000000000001'],
        wrong: ['', '123'],
      },
    ],
  },
]
