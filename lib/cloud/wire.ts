/**
 * Parses an answer. Integers above 2^53 (some account ids have 18 digits) become strings instead of
 * being rounded.
 * @throws SyntaxError when the text is not JSON: HTML, nothing, a cut body.
 */
export function parseWire(text: string): unknown {
  JSON.parse(text)
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
      /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
    ),
  )
}

/** Wire names to the SDK's property names (`VpnId` to `vpnId`), at every depth; nulls are left out. */
export function toProperties(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(toProperties)
  if (typeof wire !== 'object' || wire === null) return wire
  return Object.fromEntries(
    Object.entries(wire)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), toProperties(value)]),
  )
}
