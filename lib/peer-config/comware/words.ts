import type { Words } from '@/lib/peer-config/limits'

const ENCRYPTION = {
  des: 'des-cbc',
  '3des': '3des-cbc',
  aes: 'aes-cbc-128',
  aes192: 'aes-cbc-192',
  aes256: 'aes-cbc-256',
}
const AUTHENTICATION = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
}

/** What Comware calls the algorithms; `ike proposal` alone says sha where all else says sha1. */
export const wordsOf = (ikeVersion: string): Words => ({
  ike: {
    encryption: ENCRYPTION,
    authentication: ikeVersion === 'ikev1' ? { ...AUTHENTICATION, sha1: 'sha' } : AUTHENTICATION,
    group: { group1: 'group1', group2: 'group2', group5: 'group5', group14: 'group14' },
  },
  ipsec: {
    encryption: ENCRYPTION,
    authentication: AUTHENTICATION,
    group: {
      group1: 'dh-group1',
      group2: 'dh-group2',
      group5: 'dh-group5',
      group14: 'dh-group14',
    },
  },
})
