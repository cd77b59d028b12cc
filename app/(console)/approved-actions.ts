import 'server-only'
import { begin } from '@/app/(console)/(edit)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/edit/actions'
import { deleteCidr } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/cidr-blocks/actions'
import { setPropagation } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/actions'
import { beginDeletion } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/delete/actions'
import { beginReplacement } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/actions'
import {
  associate,
  deleteEntry,
  deleteTable,
  dissociate,
  propagate,
  stopPropagating,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { deleteGateway } from '@/app/(console)/vpn/customer-gateways/actions'
import {
  replaceGateway,
  undoReplacement,
} from '@/app/(console)/vpn/customer-gateways/replace-actions'
import {
  deleteConnection,
  renegotiate,
  undoEdit,
} from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/actions'
import { revokeFromCen } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/grant-actions'
import { deleteRoute } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/route-actions'

const approved = [
  associate,
  begin,
  beginDeletion,
  beginReplacement,
  deleteCidr,
  deleteConnection,
  deleteEntry,
  deleteGateway,
  deleteRoute,
  deleteTable,
  dissociate,
  propagate,
  renegotiate,
  replaceGateway,
  revokeFromCen,
  setPropagation,
  stopPropagating,
  undoEdit,
  undoReplacement,
]

/** The action that asked for an approval, by the name it asks under: it is pressed again when it is approved. */
export const approvedAction = (name: string) =>
  approved.find(({ approvedAs }) => approvedAs === name)
