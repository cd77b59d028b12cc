import { merged } from '../../connections/tunnel'
import type { Device, IkeConfig, IpsecConfig } from '../../state/vpn-records'

// strongSwan's names of algorithms, as its log writes them.
const ciphers: Readonly<Record<string, string>> = {
  aes: 'AES_CBC_128',
  aes192: 'AES_CBC_192',
  aes256: 'AES_CBC_256',
  des: 'DES_CBC',
  '3des': '3DES_CBC',
}
const digests: Readonly<Record<string, readonly [integrity: string, prf: string]>> = {
  md5: ['HMAC_MD5_96', 'PRF_HMAC_MD5'],
  sha1: ['HMAC_SHA1_96', 'PRF_HMAC_SHA1'],
  sha256: ['HMAC_SHA2_256_128', 'PRF_HMAC_SHA2_256'],
  sha384: ['HMAC_SHA2_384_192', 'PRF_HMAC_SHA2_384'],
  sha512: ['HMAC_SHA2_512_256', 'PRF_HMAC_SHA2_512'],
}
const groups: Readonly<Record<string, string>> = {
  group1: 'MODP_768',
  group2: 'MODP_1024',
  group5: 'MODP_1536',
  group14: 'MODP_2048',
}

/** Phase 1 as strongSwan writes it: `IKE:AES_CBC_128/HMAC_SHA1_96/PRF_HMAC_SHA1/MODP_1024`. */
export function ikeProposal({ IkeEncAlg, IkeAuthAlg, IkePfs }: IkeConfig): string {
  const [integrity = '', prf = ''] = digests[IkeAuthAlg] ?? []
  return `IKE:${[ciphers[IkeEncAlg], integrity, prf, groups[IkePfs]].join('/')}`
}

/** Phase 2: `ESP:AES_CBC_128/HMAC_SHA1_96/MODP_1024/NO_EXT_SEQ`. */
export function espProposal({ IpsecEncAlg, IpsecAuthAlg, IpsecPfs }: IpsecConfig): string {
  const parts = [ciphers[IpsecEncAlg], digests[IpsecAuthAlg]?.[0], groups[IpsecPfs], 'NO_EXT_SEQ']
  return `ESP:${parts.filter((part) => part !== undefined).join('/')}`
}

/** A DH group as strongSwan names it. */
export function groupName(group: string): string {
  return groups[group] ?? 'NONE'
}

/** What the device has in phase 1. Of one that nothing is known of but that it differs: stronger algorithms, unless ours are those. */
export function peerIke(ike: IkeConfig, device: Device | undefined): IkeConfig {
  if (device?.ike) return merged(ike, device.ike)
  const IkeEncAlg = ike.IkeEncAlg === 'aes256' ? 'aes' : 'aes256'
  const IkeAuthAlg = ike.IkeAuthAlg === 'sha256' ? 'sha1' : 'sha256'
  const IkePfs = ike.IkePfs === 'group14' ? 'group2' : 'group14'
  return { ...ike, IkeEncAlg, IkeAuthAlg, IkePfs }
}

/** The same for phase 2. */
export function peerIpsec(ipsec: IpsecConfig, device: Device | undefined): IpsecConfig {
  if (device?.ipsec) return merged(ipsec, device.ipsec)
  return { ...ipsec, IpsecEncAlg: ipsec.IpsecEncAlg === 'aes256' ? 'aes' : 'aes256' }
}
