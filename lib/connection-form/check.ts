import { readConnectionForm } from '@/lib/connection-form/read-form'
import { checkConnectionForm } from '@/lib/connection-form/rules'
import type { Finding } from '@/lib/connection-form/rules/rule'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import { checkOf, type Issue, issuesOf } from '@/lib/text/reading'

/** What the browser checks the form of a connection with, as the server does by its schema. `known` is asked each time. */
export const connectionFormCheck = (known: () => Surroundings) =>
  checkOf<ConnectionFormValues>((values) => [
    ...errorsIn(checkConnectionForm(values, known())),
    ...issuesOf(readConnectionForm, values),
  ])

/** The findings that stop a form, at their fields. */
export const errorsIn = (findings: readonly Finding[]): Issue[] =>
  findings.flatMap(({ severity, path, message }) =>
    severity === 'error' ? [{ path: path.split('.'), message }] : [],
  )
