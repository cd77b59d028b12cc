import 'server-only'
import { create as createAttachment } from '@/app/(console)/(create)/cen/[cenId]/transit-routers/[transitRouterId]/connections/create/actions'
import {
  begin as beginEdit,
  review as reviewEdit,
} from '@/app/(console)/(edit)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/edit/actions'
import { comment } from '@/app/(console)/approval-actions'
import * as cen from '@/app/(console)/cen/[cenId]/actions'
import * as router from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/actions'
import * as cidrs from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/cidr-blocks/actions'
import * as attachment from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/actions'
import { beginDeletion } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/delete/actions'
import { beginReplacement } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/actions'
import * as table from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/actions'
import * as tables from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { create as createCen, openService } from '@/app/(console)/cen/actions'
import { createGateway } from '@/app/(console)/create-gateway'
import { decideOnOperation } from '@/app/(console)/decide'
import { keepDevice } from '@/app/(console)/device-actions'
import * as gateways from '@/app/(console)/vpn/customer-gateways/actions'
import {
  replaceGateway,
  reviewGateway,
  undoReplacement,
} from '@/app/(console)/vpn/customer-gateways/replace-actions'
import * as connection from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/actions'
import * as grants from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/grant-actions'
import * as routes from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/route-actions'
import { create as createConnection } from '@/app/(console)/vpn/ipsec-connections/create/actions'

/**
 * What a script does with an API token: the very actions of the pages, by names of their own, each with what it does. A
 * test holds that every action that changes something in an account is here, but for what is a person's to do.
 */
export const written = {
  'attachments.create': [createAttachment, 'Begins to attach an IPsec connection to a router.'],
  'attachments.name': [attachment.changeName, 'Changes the name of an attachment.'],
  'attachments.description': [attachment.changeDescription, 'Changes its description.'],
  'attachments.route-synchronisation': [
    attachment.setRouteSynchronisation,
    'Turns the automatic announcement of routes on or off.',
  ],
  'attachments.propagation': [
    attachment.setPropagation,
    'Lets a route table learn the routes of an attachment, or ends it.',
  ],
  'attachments.tags': [attachment.saveTags, 'Changes the tags of an attachment.'],
  'attachments.route-table': [beginReplacement, 'Begins to replace its associated route table.'],
  'attachments.delete': [beginDeletion, 'Begins to delete an attachment.'],
  'cen.create': [createCen, 'Creates a CEN instance.'],
  'cen.name': [cen.changeName, 'Changes the name of a CEN instance.'],
  'cen.description': [cen.changeDescription, 'Changes its description.'],
  'cen.tags': [cen.saveTags, 'Changes the tags of a CEN instance.'],
  'customer-gateways.create': [createGateway, 'Creates a customer gateway.'],
  'customer-gateways.name': [gateways.changeName, 'Changes the name of a customer gateway.'],
  'customer-gateways.description': [gateways.changeDescription, 'Changes its description.'],
  'customer-gateways.auth-key': [gateways.setAuthKey, 'Sets its BGP authentication key.'],
  'customer-gateways.tags': [gateways.saveTags, 'Changes the tags of a customer gateway.'],
  'customer-gateways.device': [keepDevice, 'Says in a tag which device it is.'],
  'customer-gateways.review': [reviewGateway, 'Says who uses a gateway and what a change does.'],
  'customer-gateways.replace': [
    replaceGateway,
    'Begins to lead over to a gateway of another address or ASN.',
  ],
  'customer-gateways.undo-replacement': [undoReplacement, 'Begins to take that back.'],
  'customer-gateways.delete': [gateways.deleteGateway, 'Deletes a customer gateway.'],
  'grants.create': [grants.grantToCen, 'Grants an IPsec connection to a CEN instance.'],
  'grants.payer': [grants.setPayer, 'Changes who pays.'],
  'grants.revoke': [grants.revokeFromCen, 'Takes a grant back.'],
  'ipsec-connections.create': [createConnection, 'Creates an IPsec connection.'],
  'ipsec-connections.name': [connection.changeName, 'Changes the name of an IPsec connection.'],
  'ipsec-connections.resource-group': [connection.moveToGroup, 'Moves it to a resource group.'],
  'ipsec-connections.tags': [connection.saveTags, 'Changes the tags of an IPsec connection.'],
  'ipsec-connections.review': [reviewEdit, 'Says what a change of the settings would do.'],
  'ipsec-connections.edit': [beginEdit, 'Begins to change the settings of an IPsec connection.'],
  'ipsec-connections.undo-edit': [connection.undoEdit, 'Begins to take the last edit back.'],
  'ipsec-connections.renegotiate': [connection.renegotiate, 'Begins to negotiate anew.'],
  'ipsec-connections.delete': [connection.deleteConnection, 'Deletes an IPsec connection.'],
  'ipsec-connections.create-route': [routes.createRoute, 'Adds a route to an IPsec connection.'],
  'ipsec-connections.route-weight': [routes.changeRouteWeight, 'Gives a route the other weight.'],
  'ipsec-connections.delete-route': [routes.deleteRoute, 'Deletes a route of a connection.'],
  'operations.decide': [decideOnOperation, 'Continues, rolls back or stops an operation.'],
  'operations.comment': [comment, 'Comments on what waits for an approval, or withdraws it.'],
  'route-tables.create': [tables.createTable, 'Creates a route table.'],
  'route-tables.name': [table.changeName, 'Changes the name of a route table.'],
  'route-tables.description': [table.changeDescription, 'Changes its description.'],
  'route-tables.delete': [tables.deleteTable, 'Deletes a route table.'],
  'route-tables.create-entry': [tables.createEntry, 'Adds a static route.'],
  'route-tables.delete-entry': [tables.deleteEntry, 'Deletes a static route.'],
  'route-tables.associate': [tables.associate, 'Associates an attachment with a route table.'],
  'route-tables.dissociate': [tables.dissociate, 'Ends that.'],
  'route-tables.propagate': [tables.propagate, 'Lets a route table learn from an attachment.'],
  'route-tables.stop-propagating': [tables.stopPropagating, 'Ends that.'],
  'transit-routers.create': [cen.createRouter, 'Creates a transit router.'],
  'transit-routers.name': [router.changeName, 'Changes the name of a transit router.'],
  'transit-routers.description': [router.changeDescription, 'Changes its description.'],
  'transit-routers.tags': [router.saveTags, 'Changes the tags of a transit router.'],
  'transit-routers.open-service': [openService, 'Activates the transit router service.'],
  'transit-routers.create-cidr': [cidrs.createCidr, 'Adds a CIDR block to a transit router.'],
  'transit-routers.delete-cidr': [cidrs.deleteCidr, 'Deletes a CIDR block of a transit router.'],
} as const
