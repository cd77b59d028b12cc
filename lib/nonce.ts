/** A number used once, 128 random bits in hex: the id under which a form begins its operation. Works without TLS too. */
export const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
