import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'
import { hasService } from '../../routers/service'

// Terraform provider: asserts a JSON boolean. The SDK's model says text and takes either.
export const CheckTransitRouterService = operation(z.object(token), (_, context) =>
  hasService(context, context.account.uid) ? { Enabled: true } : fail('USER_NOT_OPEN_TR_SERVICE'),
)
