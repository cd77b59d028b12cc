'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import { vcoRouteForm, vcoRouteInput } from '@/lib/ipsec-connections/form'
import {
  createVcoRouteEntry,
  deleteVcoRouteEntry,
  modifyVcoRouteEntryWeight,
} from '@/lib/ipsec-connections/route-entries'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { isConnectionId, regionIdText } from '@/lib/text/ids'

const permission = 'ipsec-connections.write'
const connection = {
  regionId: regionIdText,
  vpnConnectionId: z.string().refine(isConnectionId),
}
const weightOf = (weight: '100' | '0') => (weight === '0' ? 0 : 100)

export const createRoute = action(
  { permission, schema: vcoRouteForm.extend(connection) },
  ({ weight, ...route }, access) =>
    createVcoRouteEntry(access, { ...route, weight: weightOf(weight) }, writeOnce()),
)

/** Gives a route the other weight. */
export const changeRouteWeight = action(
  { permission, schema: vcoRouteInput.extend(connection) },
  async ({ weight, ...route }, access) => {
    const now = weightOf(weight)
    replacing({ NewWeight: String(now) })
    const newWeight = now === 0 ? 100 : 0
    await modifyVcoRouteEntryWeight(access, { ...route, weight: now, newWeight }, writeOnce())
  },
)

export const deleteRoute = action(
  {
    permission: 'ipsec-connections.delete',
    approvedAs: 'deleteRoute',
    schema: vcoRouteInput.extend(connection),
  },
  ({ weight, ...route }, access) =>
    deleteVcoRouteEntry(access, { ...route, weight: weightOf(weight) }, writeOnce()),
)
