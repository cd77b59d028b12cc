import type { Rule } from '@/lib/connection-form/rules/rule'
import { remarkOnName } from '@/lib/text/name'

/** The rule that a name is easily told from others, for the field at `path`. */
export const nameRule = <Values>(
  path: string,
  nameOf: (values: Values) => string,
): Rule<Values> => ({
  name: 'name.lookAlike',
  class: 'advice',
  source: 'Unicode TR 36, section 2: names that look alike; the cloud itself takes them',
  paths: [path],
  check: (values) => {
    const remark = remarkOnName(nameOf(values))
    return remark ? [{ path, message: remark }] : []
  },
})
