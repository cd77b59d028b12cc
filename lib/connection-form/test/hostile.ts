/** Texts that no field takes, by what is wrong with them; what a name, an id or a key may hold is in `isFree`. */
export const HOSTILE: Record<string, string> = {
  '10 000 characters': '1'.repeat(10_000),
  'a control character': 'a\u0000b',
  'a line separator': 'a\u2028b',
  'a bidi override': '\u202e1',
  'a zero-width space': '1\u200b1',
  'a byte-order mark': '1\ufeff1',
  'a Cyrillic letter in a word': 'p\u0430ris',
  'full-width digits': '１２',
  markup: '<script>alert(1)</script>',
  'an IPv6 block': '2001:db8::/32 ',
  'a lone surrogate': '\ud800',
}

const IN_NAMES = ['a bidi override', 'a zero-width space', 'a byte-order mark'] // remarked on
const VISIBLE = ['a Cyrillic letter in a word', 'full-width digits', 'markup', 'an IPv6 block']

/** Whether the field may hold such a text: a name almost anything, an identifier what can be seen, a key ASCII. */
export const isFree = (field: string, hostile: string): boolean =>
  (field.endsWith('psk') && hostile === 'markup') ||
  (/name$/i.test(field) && [...IN_NAMES, ...VISIBLE].includes(hostile)) ||
  (/\.(?:local|remote)Id$/.test(field) && VISIBLE.includes(hostile))
