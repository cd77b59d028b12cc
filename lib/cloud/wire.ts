/** A number of fewer digits is exact: 2^53 has 16. */
const MANY_DIGITS = /\d{16}/

/**
 * Parses an answer. Integers above 2^53 (some account ids have 18 digits) become strings instead of
 * being rounded.
 * @throws SyntaxError when the text is not JSON: HTML, nothing, a cut body.
 */
export function parseWire(text: string): unknown {
  const plain: unknown = JSON.parse(text)
  if (!MANY_DIGITS.test(text)) return plain
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
      /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
    ),
  )
}

/** The answers of one action have the same few hundred names, thousands of times. A foreign text may not fill the memory. */
const propertyOf = new Map<string, string>()
const MOST_NAMES = 5000

function toProperty(name: string): string {
  const known = propertyOf.get(name)
  if (known !== undefined) return known
  const property = name.charAt(0).toLowerCase() + name.slice(1)
  if (propertyOf.size < MOST_NAMES) propertyOf.set(name, property)
  return property
}

/** Wire names to the SDK's property names (`VpnId` to `vpnId`), at every depth; nulls are left out. */
export function toProperties(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(toProperties)
  if (typeof wire !== 'object' || wire === null) return wire
  const properties: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(wire)) {
    if (value === null || value === undefined) continue
    const property = toProperty(name)
    const content = toProperties(value)
    // Assigned, this one name would change the object itself.
    if (property === '__proto__') Object.defineProperty(properties, property, own(content))
    else properties[property] = content
  }
  return properties
}

const own = (value: unknown) => ({ value, enumerable: true, configurable: true, writable: true })
