import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { token } from '../../parameters'
import { hasService } from '../../service'

export const CheckTransitRouterService = operation(z.object(token), (_, context) =>
  hasService(context, context.account.uid) ? { Enabled: 'true' } : fail('USER_NOT_OPEN_TR_SERVICE'),
)
