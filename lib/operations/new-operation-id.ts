/**
 * A fresh nonce for a form: a random UUID. Not `randomUUID`, which a browser lacks when it reaches the console
 * over plain HTTP.
 */
export function newOperationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => {
    // RFC 9562, section 5.4: version 4, variant 10.
    const fixed = index === 6 ? (byte % 16) + 0x40 : index === 8 ? (byte % 64) + 0x80 : byte
    return fixed.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
