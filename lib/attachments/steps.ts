import 'server-only'
import { deleteVpnAttachment } from '@/lib/attachments/cloud'
import type { AttachmentParams } from '@/lib/attachments/params'
import { attachmentPresence } from '@/lib/attachments/presence'
import { gone } from '@/lib/operations/presence'
import type { Run, Step } from '@/lib/operations/step'

/** The attachment is gone. Never forced: what still hangs on it was not reviewed. */
export const detachStep = <Input>(
  attachment: (run: Run<Input>) => Required<AttachmentParams>,
): Step<Input> => ({
  name: 'detach',
  usual: 60,
  limit: 1800, // Terraform provider, alicloud_cen_transit_router_vpn_attachment: delete
  send: {
    action: 'cen:DeleteTransitRouterVpnAttachment',
    // Terraform provider, alicloud_cen_transit_router_vpn_attachment: delete
    busy: ['IncorrectStatus.Status', 'IncorrectStatus.ResourceStatus', 'Operation.Blocking'],
    on: (run) => attachment(run).transitRouterAttachmentId,
    changes: (run) => [
      { what: 'attachment', from: attachment(run).transitRouterAttachmentId, to: '' },
    ],
    call: (run, write) => {
      const { transitRouterAttachmentId } = attachment(run)
      return deleteVpnAttachment(run.access, { transitRouterAttachmentId, force: false }, write)
    },
  },
  look: async (run) => {
    const { transitRouterAttachmentId, ...router } = attachment(run)
    const presence = await attachmentPresence(run.access, router, transitRouterAttachmentId)
    return gone(presence, ['Detaching', 'Detached'])
  },
})
