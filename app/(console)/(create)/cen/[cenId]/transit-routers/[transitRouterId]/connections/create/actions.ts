'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'

import { readAttachSurroundings } from '@/lib/attach-form/read-surroundings'
import { acceptAttachForm } from '@/lib/attach-form/schema'
import { attachFormValuesSchema } from '@/lib/attach-form/values'
import { startAttach } from '@/lib/attachments/operation'
import { InvalidInput } from '@/lib/failure/errors'
import { cloudLanguage } from '@/lib/i18n/locale'
import { message } from '@/lib/i18n/message'
import { action } from '@/lib/request/action'
import { cloudIdText } from '@/lib/text/ids'

/** Begins the operation that OK stands for; what the browser accepted is judged again on fresh facts. */
export const create = action(
  {
    permission: 'attachments.write',
    schema: attachFormValuesSchema.extend({
      cenId: cloudIdText,
      operationId: z.uuid({ error: message('value.group') }),
    }),
  },
  async ({ cenId, operationId, ...values }, access) => {
    const language = cloudLanguage(await getLocale())
    const surroundings = await readAttachSurroundings(access, { cenId, language }, values)
    if (!surroundings)
      throw new InvalidInput([{ path: ['regionId'], message: message('choose.region') }])
    const form = acceptAttachForm(values, surroundings)
    await startAttach(access, { cenId, operationId, form })
    return { operationId }
  },
)
