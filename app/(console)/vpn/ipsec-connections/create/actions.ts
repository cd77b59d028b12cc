'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'

import { toNewConnection } from '@/lib/attach-form/to-request'
import { readRegion } from '@/lib/connection-form/read-region'
import { regionFacts } from '@/lib/connection-form/region-facts'
import { acceptConnectionForm, connectionFormValuesSchema } from '@/lib/connection-form/schema'
import { cloudLanguage } from '@/lib/i18n/locale'
import { message } from '@/lib/i18n/message'
import { createIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { action } from '@/lib/request/action'

/**
 * Creates the connection; what the browser accepted is judged again on fresh facts. The same `operationId`
 * never creates a second one, so that OK can be pressed again after an answer got lost.
 */
export const create = action(
  {
    permission: 'ipsec-connections.write',
    schema: connectionFormValuesSchema.extend({
      operationId: z.uuid({ error: message('value.group') }),
    }),
  },
  async ({ operationId: clientToken, ...values }, access) => {
    const language = cloudLanguage(await getLocale())
    const region = await readRegion(access, { regionId: values.regionId, language })
    const { connection, regionId, name, tag } = acceptConnectionForm(values, regionFacts(region))
    const request = toNewConnection(connection, { regionId, name, tags: tag })
    const vpnConnectionId = await createIpsecConnection(access, request, { clientToken })
    return { vpnConnectionId, regionId, name }
  },
)
