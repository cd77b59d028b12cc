import type { Words } from '@/lib/peer-config/limits'

/**
 * From this release most platforms refuse DES, 3DES, MD5 and groups 1, 2 and 5 (Cisco field notice FN72510;
 * Catalyst 9200 to 9500 from 17.15.1).
 */
export const REFUSES_WEAK = '17.11 or later'

const AUTHENTICATION = { sha1: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const AES = { aes: 'aes-cbc-128', aes192: 'aes-cbc-192', aes256: 'aes-cbc-256' }
const ESP_AES = { aes: 'esp-aes', aes192: 'esp-aes 192', aes256: 'esp-aes 256' }
const ESP_AUTHENTICATION = {
  sha1: 'esp-sha-hmac',
  sha256: 'esp-sha256-hmac',
  sha384: 'esp-sha384-hmac',
  sha512: 'esp-sha512-hmac',
}

export const NEW_WORDS: Words = {
  ike: { encryption: AES, authentication: AUTHENTICATION, group: { group14: '14' } },
  ipsec: { encryption: ESP_AES, authentication: ESP_AUTHENTICATION, group: { group14: 'group14' } },
}

export const OLD_WORDS: Words = {
  ike: {
    encryption: { ...AES, des: 'des', '3des': '3des' },
    authentication: { ...AUTHENTICATION, md5: 'md5' },
    group: { group1: '1', group2: '2', group5: '5', group14: '14' },
  },
  ipsec: {
    encryption: { ...ESP_AES, des: 'esp-des', '3des': 'esp-3des' },
    authentication: { ...ESP_AUTHENTICATION, md5: 'esp-md5-hmac' },
    group: { group1: 'group1', group2: 'group2', group5: 'group5', group14: 'group14' },
  },
}

/** The words of `crypto isakmp policy`, which differ from those of IKEv2. */
export const ISAKMP_ENCRYPTION: Record<string, string> = {
  des: 'des',
  '3des': '3des',
  aes: 'aes',
  aes192: 'aes 192',
  aes256: 'aes 256',
}
export const ISAKMP_HASH: Record<string, string> = { ...AUTHENTICATION, md5: 'md5', sha1: 'sha' }
