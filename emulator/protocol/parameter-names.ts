import { z } from 'zod'

/** Every wire name a schema accepts, with `N` for numbers: `Tag.N.Key`. */
export function parameterNames(schema: z.ZodObject): Set<string> {
  const names = new Set<string>()
  for (const [name, field] of Object.entries(schema.shape)) collect(field, name, names)
  return names
}

function collect(field: z.core.$ZodType, name: string, names: Set<string>): void {
  const inner = unwrap(field)
  if (inner instanceof z.ZodObject)
    for (const [key, child] of Object.entries(inner.shape)) collect(child, `${name}.${key}`, names)
  else if (inner instanceof z.ZodArray) collect(inner.element, `${name}.N`, names)
  else if (inner instanceof z.ZodUnion)
    for (const option of inner.options) collect(option, name, names)
  else names.add(name)
}

/** The schema inside wrappers such as optional and default. */
export function unwrap(field: z.core.$ZodType): z.core.$ZodType {
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodNullable
  )
    return unwrap(field.unwrap())
  if (field instanceof z.ZodPipe) return unwrap(field.in)
  return field
}

/** Whether a schema of these names takes a parameter: itself, or the whole list or object as one JSON text. */
export function takes(names: ReadonlySet<string>, wireName: string): boolean {
  const name = generalName(wireName)
  if (names.has(name)) return true
  for (const known of names) if (known.startsWith(`${name}.`)) return true
  return false
}

/** `Tag.1.Key` as a schema names it: `Tag.N.Key`. */
function generalName(wireName: string): string {
  return wireName.replace(/\.[1-9]\d*(?=\.|$)/g, '.N')
}
