/** What a generated SDK class says of itself. */
export interface Model {
  names(): Record<string, string>
  types(): Record<string, unknown>
}

/** A class of an SDK by its name. Throws when the SDK has none. */
export function modelOf(sdk: object, name: string): Model {
  const found: unknown = Reflect.get(sdk, name)
  if (!isModel(found)) throw new Error(`the SDK has no ${name}`)
  return found
}

// What every request may carry; the protocol takes them, not the operation.
const common = ['OwnerAccount', 'OwnerId', 'ResourceOwnerAccount', 'ResourceOwnerId']

/** Every wire name that a request can send, with N for the items of a list. */
export function wireNames(type: Model, prefix = ''): string[] {
  const types = type.types()
  return Object.entries(type.names())
    .flatMap(([property, wire]) => {
      const inner = types[property]
      const item = isList(inner) ? inner.itemType : inner
      const path = `${prefix}${wire}${isList(inner) ? '.N' : ''}`
      return isModel(item) ? wireNames(item, `${path}.`) : [path]
    })
    .filter((name) => !common.includes(name))
}

/** Paths in an answer that the SDK's model does not know. */
export function strangers(value: unknown, type: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const item = isList(type) ? type.itemType : undefined
    return value.flatMap((entry) => strangers(entry, item, `${path}[]`))
  }
  if (typeof value !== 'object' || value === null) return []
  if (isMap(type)) return []
  if (!isModel(type)) return [path]
  const properties = new Map(Object.entries(type.names()).map(([name, wire]) => [wire, name]))
  const types = type.types()
  return Object.entries(value).flatMap(([wire, inner]) => {
    const property = properties.get(wire)
    return property === undefined
      ? [`${path}.${wire}`]
      : strangers(inner, types[property], `${path}.${wire}`)
  })
}

function isModel(type: unknown): type is Model {
  return typeof type === 'function' && 'names' in type
}

function isList(type: unknown): type is { type: 'array'; itemType: unknown } {
  return typeof type === 'object' && type !== null && 'itemType' in type
}

function isMap(type: unknown): boolean {
  return typeof type === 'object' && type !== null && 'keyType' in type
}
