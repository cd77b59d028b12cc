const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 32

/**
 * A pre-shared key every vendor takes: 32 letters and digits, the first one not 0, each equally likely, from
 * the system's random source.
 */
export function generatePsk(): string {
  let key = ''
  while (key.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * LENGTH))) {
      // 248 is the largest multiple of 62 in a byte; higher ones would favour the first letters.
      const character = byte < 248 ? ALPHABET[byte % ALPHABET.length] : undefined
      if (character === undefined || (key === '' && character === '0')) continue
      key += character
      if (key.length === LENGTH) break
    }
  }
  return key
}
