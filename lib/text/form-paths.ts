/** Those of the given form paths that are one of `fields`, or in a group that `fields` names. */
export const pathsIn = (fields: readonly string[], paths: Iterable<string>): string[] =>
  [...paths].filter((path) =>
    fields.some((field) => path === field || path.startsWith(`${field}.`)),
  )
