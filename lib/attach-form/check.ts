import { readAttachForm } from '@/lib/attach-form/read-form'
import { checkAttachForm } from '@/lib/attach-form/rules'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { errorsIn } from '@/lib/connection-form/check'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { checkOf, issuesOf } from '@/lib/text/reading'

/** What the browser checks the attach form with, as the server does by its schema. `known` is asked each time: it grows. */
export const attachFormCheck = (known: () => Surroundings) =>
  checkOf<AttachFormValues>((values) => [
    ...issuesOf(readAttachForm, values),
    ...errorsIn(checkAttachForm(values, known())),
  ])
