import { CheckVpnBgpEnabled } from './vpc/check-vpn-bgp-enabled'

/** The operations of VPC 2016-04-28, by action name. */
export const vpc = {
  CheckVpnBgpEnabled,
}
