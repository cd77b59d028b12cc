import type { Answers } from '@/lib/peer-config/device'
import type { PeerTunnel } from '@/lib/peer-config/peer'

/** Bytes of the integrity check value. RFC 4868, section 2.6; RFC 2403 and RFC 2404. */
const ICV: Record<string, number> = { md5: 12, sha1: 12, sha256: 16, sha384: 24, sha512: 32 }

/**
 * The largest packet that fits through a tunnel without being cut, in bytes, and the TCP segment in it.
 * RFC 4303: outer header, UDP of NAT traversal, SPI and sequence number, IV, padding to whole blocks, 2 bytes of trailer, ICV.
 */
export function sizeOf(tunnel: PeerTunnel, answers: Answers): { mtu: number; mss: number } {
  const { encryption, authentication } = tunnel.ipsec
  const block = encryption.includes('des') ? 8 : 16
  const udp = answers.ownAddress !== '' && tunnel.enableNatTraversal ? 8 : 0
  const room = Number(answers.pathMtu) - 20 - udp - 8 - block - (ICV[authentication] ?? 32)
  const mtu = Math.floor(room / block) * block - 2
  return { mtu, mss: mtu - 40 }
}

/** Seconds after which the device renews a key: before the cloud does, or both would at once. */
export const renewal = (lifetime: number): number => Math.floor(lifetime * 0.9)
