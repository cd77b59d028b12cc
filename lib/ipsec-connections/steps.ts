import 'server-only'
import { deleteIpsecConnection } from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { connectionPresence } from '@/lib/ipsec-connections/presence'
import { gone } from '@/lib/operations/presence'
import type { Run, Step } from '@/lib/operations/step'

/** Codes by which a connection says that another change is under way. Terraform provider, alicloud_vpn_gateway_vpn_attachment. */
export const CONNECTION_BUSY = [
  'Appliance.Configuring',
  'VpnGateway.Configuring',
  'VpnTask.CONFLICT',
  'VpnConnection.Configuring',
]

/** The IPsec connection is gone. It is refused for a while after the attachment went. */
export const deleteConnectionStep = <Input>(
  connection: (run: Run<Input>) => ConnectionParams,
): Step<Input> => ({
  name: 'delete-connection',
  usual: 10,
  limit: 300,
  send: {
    action: 'vpc:DeleteVpnAttachment',
    busy: [...CONNECTION_BUSY, 'VpnConnection.Attached'],
    on: (run) => connection(run).vpnConnectionId,
    changes: (run) => [{ what: 'connection', from: connection(run).vpnConnectionId, to: '' }],
    call: (run, write) => deleteIpsecConnection(run.access, connection(run), write),
  },
  look: async (run) => gone(await connectionPresence(run.access, connection(run)), ['deleted']),
})
