import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'
import { hasService } from '../../routers/service'

export const OpenTransitRouterService = operation(z.object(token), (_, context) => {
  const { account, now, state } = context
  if (hasService(context, account.uid)) fail('Order.Opened')
  state.settings.put({ id: `service/${account.uid}`, value: true })
  return { OrderId: String(200_000_000_000_000 + (now % 1_000_000_000)) }
})
