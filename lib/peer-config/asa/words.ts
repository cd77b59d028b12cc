import type { Words } from '@/lib/peer-config/limits'

/** Releases 9.15 and 9.16 removed DES, 3DES, MD5 and group 2; group 5 stayed for IKEv1 alone. */
export const STRICT = '9.15 or later'

const AES = { aes: 'aes', aes192: 'aes-192', aes256: 'aes-256' }
const OLD = { des: 'des', '3des': '3des' }
const ESP_AES = { aes: 'esp-aes', aes192: 'esp-aes-192', aes256: 'esp-aes-256' }
const ESP_OLD = { des: 'esp-des', '3des': 'esp-3des' }
const SHA = { sha1: 'sha', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const ESP_SHA = { sha1: 'sha-1', sha256: 'sha-256', sha384: 'sha-384', sha512: 'sha-512' }
const MD5 = { md5: 'md5' }

const ikeGroups = { group5: '5', group14: '14' }
const pfsGroups = { group5: 'group5', group14: 'group14' }

/** What ASA calls the algorithms. IKEv1 there has SHA-1 and MD5 only, in both phases. */
export function wordsOf(ikeVersion: string, version: string): Words {
  const isStrict = version === STRICT
  if (ikeVersion === 'ikev1')
    return {
      ike: {
        encryption: isStrict ? AES : { ...AES, ...OLD },
        authentication: { sha1: 'sha', ...(!isStrict && MD5) },
        group: isStrict ? ikeGroups : { group2: '2', ...ikeGroups },
      },
      ipsec: {
        encryption: isStrict ? ESP_AES : { ...ESP_AES, ...ESP_OLD },
        authentication: { sha1: 'esp-sha-hmac', ...(!isStrict && { md5: 'esp-md5-hmac' }) },
        group: isStrict ? pfsGroups : { group2: 'group2', ...pfsGroups },
      },
    }
  return {
    ike: {
      encryption: isStrict ? AES : { ...AES, ...OLD },
      authentication: isStrict ? SHA : { ...SHA, ...MD5 },
      group: isStrict ? { group14: '14' } : { group2: '2', ...ikeGroups },
    },
    ipsec: {
      encryption: isStrict ? AES : { ...AES, ...OLD },
      authentication: isStrict ? ESP_SHA : { ...ESP_SHA, ...MD5 },
      group: isStrict ? { group14: 'group14' } : { group2: 'group2', ...pfsGroups },
    },
  }
}
