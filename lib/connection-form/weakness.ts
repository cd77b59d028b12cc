/** Algorithms no new tunnel should use, with who says so. */
const WEAK: Record<string, string> = {
  des: 'RFC 8221, RFC 8247',
  '3des': 'RFC 8221, NIST SP 800-131A',
  md5: 'RFC 8221, RFC 8247',
  sha1: 'NIST SP 800-131A, NIST SP 800-77',
  group1: 'RFC 8247',
  group2: 'RFC 8247',
  group5: 'RFC 8247',
}

/** Who calls the algorithm weak; nothing for the others. */
export const weaknessOf = (algorithm: string): string | undefined => WEAK[algorithm]
