import { randomUUID } from 'node:crypto'

import { ACCESS } from '@/lib/attachments/test/sample'
import type { EditInput, EditKeys } from '@/lib/connection-edit/operation'
import { readEdit, renegotiationOf, type Review, reviewEdit } from '@/lib/connection-edit/review'
import { valuesOf } from '@/lib/connection-edit/values'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import { listIpsecConnections, revealPsk } from '@/lib/ipsec-connections/cloud'

/** The connection of that name. */
export async function connectionNamed(regionId: string, name: string) {
  const all = await listIpsecConnections(ACCESS, { regionId })
  const { vpnConnectionId } = all.find((each) => each.name === name)!
  return { regionId, vpnConnectionId }
}

interface EditPlan {
  kind: 'edit-connection'
  given: { operationId: string; input: EditInput; secret: EditKeys }
  review: Extract<Review, { kind: 'review' }>
}

/** The edit of a connection of the sample world, as its form makes it. */
export async function editPlan(
  at: { regionId: string; vpnConnectionId: string },
  change: (values: ConnectionFormValues) => void,
  oneAtATime = false,
): Promise<EditPlan> {
  const { connection, addresses, settings } = await readEdit(ACCESS, at, 'en-US')
  const values = valuesOf(connection, addresses)
  change(values)
  const edit = { ...values, vpnConnectionId: at.vpnConnectionId, was: settings }
  const { review, input, newKeys } = await reviewEdit(ACCESS, edit)
  if (review.kind !== 'review') throw new Error('Somebody else changed it.')
  const before = (await revealPsk(ACCESS, at)).map(({ psk }) => psk)
  return {
    kind: 'edit-connection',
    given: {
      operationId: randomUUID(),
      input: { ...input!, oneAtATime },
      secret: { before, after: newKeys! },
    },
    review,
  }
}

/** To negotiate a connection anew. */
export async function renegotiatePlan(at: { regionId: string; vpnConnectionId: string }) {
  const { input } = await renegotiationOf(ACCESS, at)
  return { kind: 'renegotiate' as const, given: { operationId: randomUUID(), input } }
}

/** Sets another algorithm of each phase on both tunnels. */
export function otherAlgorithms({ connection }: ConnectionFormValues): void {
  for (const { ike, ipsec } of connection.tunnels) {
    ike.ikeEncAlg = ike.ikeEncAlg === 'aes192' ? 'aes256' : 'aes192'
    ipsec.ipsecPfs = ipsec.ipsecPfs === 'group5' ? 'group14' : 'group5'
  }
}
