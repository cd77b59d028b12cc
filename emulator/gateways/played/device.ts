import { ikeView } from '../../connections/view'
import { overlaps, parseBlock } from '../../net'
import type { State } from '../../state/state'
import type { Device, Trouble, Tunnel, VpnConnection } from '../../state/vpn-records'

/** What a tunnel comes to. */
export type Outcome = Pick<Tunnel, 'Status' | 'BgpStatus' | 'trouble'>

const before1 = (trouble: Trouble): Outcome => ({
  Status: 'ike_sa_not_established',
  BgpStatus: 'failed',
  trouble,
})
const before2 = (trouble: Trouble): Outcome => ({
  Status: 'ipsec_sa_not_established',
  BgpStatus: 'failed',
  trouble,
})

/** What becomes of a tunnel when it meets the device, in the order in which IKE finds out: proposals, key, identity, phase 2. */
export function negotiate(
  state: State,
  connection: VpnConnection,
  tunnel: Tunnel,
  device: Device,
): Outcome {
  const { ike, ipsec, CustomerGatewayId } = tunnel
  if (!device.answers) return before1('silent')
  if (differs(device.ike, ike)) return before1('ike-proposal')
  if (device.psk !== undefined && device.psk !== ike.Psk) return before1('psk')
  const { RemoteId } = ikeView(state, connection, tunnel)
  if (device.ownId !== undefined && device.ownId !== RemoteId) return before1('peer-id')
  const { IpsecPfs: _pfs, ...cipher } = device.ipsec ?? {}
  if (differs(cipher, ipsec)) return before2('ipsec-proposal')
  // IKEv2 makes the first keys of phase 2 with those of phase 1: another group shows at the first rekeying only.
  if (ike.IkeVersion === 'ikev1' && hasOtherPfs(tunnel, device)) return before2('pfs')
  if (
    !haveCommon(device.remoteSubnet, connection.LocalSubnet) ||
    !haveCommon(device.localSubnet, connection.RemoteSubnet)
  )
    return before2('selectors')
  const asn = state.customerGateways.get(CustomerGatewayId)?.Asn ?? 0
  const speaks = connection.EnableBgp && (device.asn ?? asn) === asn
  return {
    Status: 'ipsec_sa_established',
    BgpStatus: speaks ? 'success' : 'failed',
    trouble: undefined,
  }
}

/** Whether the device has another DH group for phase 2, or none where the cloud has one. */
export function hasOtherPfs({ ipsec }: Tunnel, device: Device | undefined): boolean {
  return device?.ipsec?.IpsecPfs !== undefined && device.ipsec.IpsecPfs !== ipsec.IpsecPfs
}

function differs(own: object | undefined, theirs: object): boolean {
  const set = new Map<string, unknown>(Object.entries(theirs))
  return Object.entries(own ?? {}).some(
    ([name, value]) => value !== undefined && value !== set.get(name),
  )
}

// Both ends keep what they have in common; nothing in common is refused.
function haveCommon(own: string | undefined, theirs: string): boolean {
  if (own === undefined) return true
  const blocks = (text: string) => text.split(',').flatMap((item) => parseBlock(item) ?? [])
  return blocks(own).some((mine) => blocks(theirs).some((other) => overlaps(mine, other)))
}
