'use server'
import { z } from 'zod'

import { readSurroundings } from '@/lib/connection-form/read-surroundings'
import { toNewConnection } from '@/lib/connection-form/request'
import { acceptConnectionForm } from '@/lib/connection-form/schema'
import { connectionFormValuesSchema } from '@/lib/connection-form/values'
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
    const surroundings = await readSurroundings(access, values.regionId, values.connection)
    const { connection, regionId, name, tag } = acceptConnectionForm(values, surroundings)
    const request = toNewConnection(connection, { regionId, name, tags: tag })
    const vpnConnectionId = await createIpsecConnection(access, request, { clientToken })
    return { vpnConnectionId, regionId, name }
  },
)
