import { z } from 'zod'

import { unwrap } from './parameter-names'

type Nested = string | { [name: string]: Nested }

// The numbers that the items of a list came with: gaps close up, but a message names what was sent.
const numbers = new WeakMap<readonly unknown[], readonly string[]>()

/** The parameters of a request in the form of a schema: nested, and unfolded where one came as JSON text. */
export function nestedFor(
  schema: z.ZodObject,
  parameters: Readonly<Record<string, string>>,
): unknown {
  const nested = nest(parameters)
  return Object.values(parameters).some((text) => jsonStart.test(text))
    ? unfold(schema, nested)
    : nested
}

// The deepest name of the API has five parts.
const depthLimit = 20

const jsonStart = /^\s*[[{]/

// Turns `Tag.1.Key=a` into `{Tag: [{Key: 'a'}]}`. Lists are in the order of their numbers; gaps close up.
function nest(parameters: Readonly<Record<string, string>>): unknown {
  const root: { [name: string]: Nested } = {}
  for (const [name, value] of Object.entries(parameters)) {
    // A name of a thousand parts is nobody's: it stays a plain one.
    const parts = name.split('.')
    const path = parts.length > depthLimit ? [name] : parts
    let node = root
    for (const part of path.slice(0, -1)) {
      const next = Object.hasOwn(node, part) ? node[part] : undefined
      if (next !== undefined && typeof next !== 'string') node = next
      else node = define(node, part, {})
    }
    define(node, path.at(-1) ?? '', value)
  }
  return lists(root)
}

// defineProperty, so that a parameter named __proto__ stays a plain name.
function define<T>(node: { [name: string]: unknown }, name: string, value: T): T {
  Object.defineProperty(node, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
  return value
}

function lists(value: Nested): unknown {
  if (typeof value === 'string') return value
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([name]) => /^[1-9]\d{0,4}$/.test(name))) {
    entries.sort(([a], [b]) => Number(a) - Number(b))
    const list = entries.map(([, item]) => lists(item))
    numbers.set(
      list,
      entries.map(([name]) => name),
    )
    return list
  }
  const object: Record<string, unknown> = {}
  for (const [name, item] of entries) define(object, name, lists(item))
  return object
}

// The nested parameters with every list or object that came as one JSON text unfolded: `["VPC"]` for a list, as the CLI and the
// Terraform provider send it, and as the SDKs do where their model says so. Numbers and booleans become text.
function unfold(field: z.core.$ZodType, value: unknown): unknown {
  const schema = unwrap(field)
  if (schema instanceof z.ZodArray) {
    const list = typeof value === 'string' ? fromJson(value) : value
    if (!Array.isArray(list)) return value
    const unfolded = list.map((item) => unfold(schema.element, asText(item)))
    const sent = numbers.get(list)
    if (sent) numbers.set(unfolded, sent)
    return unfolded
  }
  if (schema instanceof z.ZodObject) {
    const object = typeof value === 'string' ? fromJson(value) : value
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return value
    const unfolded: Record<string, unknown> = {}
    for (const [name, item] of Object.entries(object)) {
      const inner = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
      define(unfolded, name, inner ? unfold(inner, asText(item)) : item)
    }
    return unfolded
  }
  return value
}

function fromJson(text: string): unknown {
  if (!jsonStart.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function asText(value: unknown): unknown {
  if (value === null) return undefined
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

/** The wire name of a path in nested parameters: `Tag.3.Key` for the item that came as number 3. */
export function wireName(nested: unknown, path: readonly PropertyKey[]): string {
  let node = nested
  return path
    .map((part) => {
      const list = Array.isArray(node) ? numbers.get(node) : undefined
      const name = typeof part === 'number' ? (list?.[part] ?? String(part + 1)) : String(part)
      node = childOf(node, part)
      return name
    })
    .join('.')
}

/** What is at a path of nested parameters; undefined when nothing is. */
export function valueAt(nested: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(childOf, nested)
}

function childOf(node: unknown, part: PropertyKey): unknown {
  return typeof node === 'object' && node !== null
    ? Object.getOwnPropertyDescriptor(node, part)?.value
    : undefined
}
