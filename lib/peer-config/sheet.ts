type Value = string | number | false | undefined

/** A heading and its settings, one a line; a setting without a value is left out. */
export const block = (title: string, settings: readonly (readonly [string, Value])[]): string =>
  [
    title,
    '-'.repeat(title.length),
    ...settings.flatMap(([label, value]) =>
      value === undefined || value === false ? [] : [`${label}: ${value}`],
    ),
    '',
  ].join('\n')
