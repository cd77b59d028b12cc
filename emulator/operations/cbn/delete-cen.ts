import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { text } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'

export const DeleteCen = operation(z.object({ CenId: text() }), (params, context) => {
  const { state, schedule } = context
  const cen = cenOf(context, params.CenId)
  if (cen.Status !== 'Active') fail('InvalidOperation.CenInstanceStatus')
  // Alibaba: refused while a router has attachments or custom tables; ours refuses while there is a router at all.
  if (state.transitRouters.first(({ CenId }) => CenId === cen.id)) fail('Operation.Blocking')
  state.cens.put({ ...cen, Status: 'Deleting' })
  schedule('cenDeleted', cen.id)
  return {}
})
