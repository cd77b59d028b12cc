import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { description, name, protectionLevel, text } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'

export const ModifyCenAttribute = operation(
  z.object({
    CenId: text(),
    Description: description().optional(),
    Name: name().optional(),
    ProtectionLevel: protectionLevel().optional(),
  }),
  (params, context) => {
    const cen = cenOf(context, params.CenId)
    if (cen.Status !== 'Active') fail('InvalidOperation.CenInstanceStatus')
    context.state.cens.put({
      ...cen,
      Status: 'Modifying',
      Name: params.Name ?? cen.Name,
      Description: params.Description ?? cen.Description,
      ProtectionLevel: params.ProtectionLevel ?? cen.ProtectionLevel ?? 'REDUCED',
    })
    context.schedule('cenUpdated', cen.id)
    return {}
  },
)
