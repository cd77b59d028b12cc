import { message, type Packed } from '@/lib/i18n/message'
import { type Cidr, cidrsOverlap, parseCidr } from '@/lib/net/cidr'

// RFC 6890, section 2.2.2: loopback and link-local are not forwarded. RFC 5771: multicast is no unicast route.
const SPECIAL: Record<string, Cidr> = {
  '127.0.0.0/8': { address: 0x7f_00_00_00, prefix: 8 },
  '169.254.0.0/16': { address: 0xa9_fe_00_00, prefix: 16 },
  '224.0.0.0/4': { address: 0xe0_00_00_00, prefix: 4 },
}

/** Why no route leads to a destination, though it can be written down: packed by `message`, or nothing. */
export function remarkOnDestination(text: string): Packed | undefined {
  const block = parseCidr(text)
  // A route to everything is a default route, whatever it covers.
  if (!block.ok || block.value.prefix === 0) return undefined
  const found = Object.entries(SPECIAL).find(([, special]) => cidrsOverlap(special, block.value))
  return found && message('routing.special', { text, block: found[0] })
}
