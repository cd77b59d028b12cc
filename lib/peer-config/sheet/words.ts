import type { Words } from '@/lib/peer-config/limits'

const ENCRYPTION = {
  des: 'DES-CBC',
  '3des': '3DES-CBC',
  aes: 'AES-128-CBC',
  aes192: 'AES-192-CBC',
  aes256: 'AES-256-CBC',
}
const GROUP = {
  group1: '1 (MODP 768)',
  group2: '2 (MODP 1024)',
  group5: '5 (MODP 1536)',
  group14: '14 (MODP 2048)',
}

/** The algorithms by the names of their standards; in phase 2 with the bits that RFC 4868 keeps. */
export const WORDS: Words = {
  ike: {
    encryption: ENCRYPTION,
    authentication: {
      md5: 'HMAC-MD5',
      sha1: 'HMAC-SHA1',
      sha256: 'HMAC-SHA2-256',
      sha384: 'HMAC-SHA2-384',
      sha512: 'HMAC-SHA2-512',
    },
    group: GROUP,
  },
  ipsec: {
    encryption: ENCRYPTION,
    authentication: {
      md5: 'HMAC-MD5-96',
      sha1: 'HMAC-SHA1-96',
      sha256: 'HMAC-SHA2-256-128',
      sha384: 'HMAC-SHA2-384-192',
      sha512: 'HMAC-SHA2-512-256',
    },
    group: GROUP,
  },
}
