import type { Sections } from '@/lib/connection-form/sections'
import { pathsIn } from '@/lib/text/form-paths'

/** The form paths of all values that are no groups, such as `connection.tunnels.0.psk`. */
export const leavesOf = (group: object, base = ''): string[] =>
  Object.entries(group).flatMap(([step, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${base}${step}.`)
      : [`${base}${step}`],
  )

/** The sections that a field is in. */
export const sectionsOf = (sections: Sections, path: string): string[] =>
  Object.entries(sections).flatMap(([section, fields]) =>
    pathsIn(fields, [path]).length > 0 ? [section] : [],
  )
