/** Texts that no field takes, by what is wrong with them. */
export const HOSTILE: Record<string, string> = {
  space: ' ',
  spaces: '   ',
  'a leading space': ' 1',
  '10 000 characters': '1'.repeat(10_000),
  'a control character': 'a\u0000b',
  'a line separator': 'a\u2028b',
  'a bidi override': '\u202e1',
  'a zero-width space': '1\u200b',
  'a byte-order mark': '\ufeff1',
  'a Cyrillic letter in a word': 'p\u0430ris',
  'full-width digits': '１２',
  markup: '<script>alert(1)</script>',
  'an IPv6 block': '2001:db8::/32 ',
  'a lone surrogate': '\ud800',
}
