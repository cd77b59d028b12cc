import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { token } from '../../parameters'
import { hasService } from '../../service'

export const OpenTransitRouterService = operation(z.object(token), (_, context) => {
  const { account, now, state } = context
  if (hasService(context, account.uid)) fail('Order.Opened')
  state.settings.put({ id: `service/${account.uid}`, value: true })
  return { OrderId: String(200_000_000_000_000 + (now % 1_000_000_000)) }
})
