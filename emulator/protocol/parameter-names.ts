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

function unwrap(field: z.core.$ZodType): z.core.$ZodType {
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodNullable
  )
    return unwrap(field.unwrap())
  if (field instanceof z.ZodPipe) return unwrap(field.in)
  return field
}

/** `Tag.1.Key` as a schema names it: `Tag.N.Key`. */
export function generalName(wireName: string): string {
  return wireName.replace(/\.[1-9]\d*(?=\.|$)/g, '.N')
}
