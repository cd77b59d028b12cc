import type { Words } from '@/lib/peer-config/limits'

/** The release of the schema in which SHA-512 in IKE, and SHA-384 and SHA-512 in ESP, appear. */
export const NEW = '23.2R1 or later'

const ENCRYPTION = {
  des: 'des-cbc',
  '3des': '3des-cbc',
  aes: 'aes-128-cbc',
  aes192: 'aes-192-cbc',
  aes256: 'aes-256-cbc',
}
const GROUP = { group1: 'group1', group2: 'group2', group5: 'group5', group14: 'group14' }

/** What Junos calls the algorithms. */
export const wordsOf = (version: string): Words => ({
  ike: {
    encryption: ENCRYPTION,
    authentication: {
      md5: 'md5',
      sha1: 'sha1',
      sha256: 'sha-256',
      sha384: 'sha-384',
      ...(version === NEW && { sha512: 'sha-512' }),
    },
    group: GROUP,
  },
  ipsec: {
    encryption: ENCRYPTION,
    authentication: {
      md5: 'hmac-md5-96',
      sha1: 'hmac-sha1-96',
      // Not hmac-sha-256-96: RFC 4868 keeps half of the bits.
      sha256: 'hmac-sha-256-128',
      ...(version === NEW && { sha384: 'hmac-sha-384', sha512: 'hmac-sha-512' }),
    },
    group: GROUP,
  },
})
