import type { Words } from '@/lib/peer-config/limits'

const PHASE = {
  encryption: { des: 'des', '3des': '3des', aes: 'aes-128', aes192: 'aes-192', aes256: 'aes-256' },
  authentication: {
    md5: 'md5',
    sha1: 'sha1',
    sha256: 'sha2-256',
    sha384: 'sha2-384',
    sha512: 'sha2-512',
  },
} as const

/** What Huawei calls the algorithms. */
export const WORDS: Words = {
  ike: {
    ...PHASE,
    group: { group1: 'group1', group2: 'group2', group5: 'group5', group14: 'group14' },
  },
  ipsec: {
    ...PHASE,
    group: {
      group1: 'dh-group1',
      group2: 'dh-group2',
      group5: 'dh-group5',
      group14: 'dh-group14',
    },
  },
}
