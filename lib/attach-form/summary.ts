import type { AttachFormValues } from '@/lib/attach-form/values'
import { connectionBands, connectionSummary, type Summary } from '@/lib/connection-form/summary'
import type { Surroundings } from '@/lib/connection-form/surroundings'

/** What the bands of the sections show while they are closed. */
export const attachFormBands = (values: AttachFormValues, known: Surroundings) => ({
  basic: [basicSummary(values, known)],
  ...connectionBands(values.connection),
  advanced: [advancedSummary(values.advanced)],
})

/** Basic settings: name, which connection, gateway and routing mode. */
export function basicSummary(values: AttachFormValues, known: Surroundings): Summary {
  const { resource, connection, transitRouterAttachmentName: name } = values
  const named: Summary = name === '' ? [] : [name]
  if (resource.kind === 'select') return [...named, resource.vpnId || { key: 'select' }]
  return [...named, ...connectionSummary(connection, known)]
}

/** What is done after attaching. */
export function advancedSummary(advanced: AttachFormValues['advanced']): Summary {
  const on: Summary = []
  if (advanced.autoPublishRouteEnabled) on.push({ key: 'autoPublish' })
  if (advanced.associateDefaultTable) on.push({ key: 'associate' })
  if (advanced.propagateToDefaultTable) on.push({ key: 'propagate' })
  return on.length > 0 ? on : [{ key: 'none' }]
}
