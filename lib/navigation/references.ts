import type { Namespace } from '@/lib/i18n/pick'

const CBN = 'Cbn/2017-09-12'
const VPC = 'Vpc/2016-04-28'

/** By the form that a field stands in: the operation that it is a parameter of. */
const OPERATIONS: Partial<Record<Namespace, string>> = {
  attachForm: `${CBN}/CreateTransitRouterVpnAttachment`,
  'attachForm.drawer': `${VPC}/CreateCustomerGateway`,
  'customerGateways.fields': `${VPC}/CreateCustomerGateway`,
  'attachment.modify': `${CBN}/ReplaceTransitRouterRouteTableAssociation`,
  'cen.fields': `${CBN}/CreateCen`,
  'transitRouters.fields': `${CBN}/CreateTransitRouter`,
  'transitRouters.cidrFields': `${CBN}/CreateTransitRouterCidr`,
  'routeTables.fields': `${CBN}/CreateTransitRouterRouteTable`,
  'routeTables.entryFields': `${CBN}/CreateTransitRouterRouteEntry`,
  'routeTables.bindingFields': `${CBN}/AssociateTransitRouterAttachmentWithRouteTable`,
  'ipsecConnections.routeFields': `${VPC}/CreateVcoRouteEntry`,
  'grants.fields': `${CBN}/GrantInstanceToTransitRouter`,
  tags: `${CBN}/TagResources`,
}

/** The path in Alibaba's API reference of the operation that a field is a parameter of; nothing for those of our own. */
export function referenceOf(form: Namespace, name: string): string | undefined {
  if (name.startsWith('connection.')) return `${VPC}/CreateVpnAttachment`
  if (name === 'advanced.associateDefaultTable')
    return `${CBN}/AssociateTransitRouterAttachmentWithRouteTable`
  if (name === 'advanced.propagateToDefaultTable')
    return `${CBN}/EnableTransitRouterRouteTablePropagation`
  return OPERATIONS[form]
}
