import 'server-only'
import { carriesTraffic, fateOf } from '@/lib/connection-edit/plan'
import { changesBetween, settingsOf } from '@/lib/connection-edit/settings'
import { addressesOf } from '@/lib/connection-edit/values'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import {
  customerGatewayFormBeside,
  type CustomerGatewayFormValues,
} from '@/lib/customer-gateways/form'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { InvalidInput, OperationError } from '@/lib/failure/errors'
import {
  type Gateway,
  type GatewayMove,
  MADE,
  type ReplacementInput,
} from '@/lib/gateway-replacement/operation'
import type { GatewayUser, ReplacementReview } from '@/lib/gateway-replacement/schema'
import { leadingTo, usersOf } from '@/lib/gateway-replacement/users'
import { message } from '@/lib/i18n/message'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'
import { changeable } from '@/lib/tags/operation-tag'

/**
 * What replacing a customer gateway by another one would do, by what the cloud says now.
 * @throws InvalidInput when the new one is not possible, or BGP would lose its ASN.
 */
export async function reviewReplacement(
  access: Access,
  { customerGatewayId, ...values }: CustomerGatewayFormValues & { customerGatewayId: string },
): Promise<{ review: ReplacementReview; input: ReplacementInput; typedKey: string }> {
  const { regionId } = values
  const [gateways, connections] = await Promise.all([
    listCustomerGateways(access, { regionId }),
    listIpsecConnections(access, { regionId }),
  ])
  const parsed = customerGatewayFormBeside(gateways).safeParse(values)
  if (!parsed.success) throw InvalidInput.of(parsed.error)
  const { authKey: typedKey = '', ...wanted } = parsed.data
  const old = gateways.find((each) => each.customerGatewayId === customerGatewayId)
  if (!old) throw new OperationError('ReviewOutdated')
  const users = usersOf(connections, customerGatewayId)
  const speaking = users.filter(({ enableBgp }) => enableBgp)
  if (wanted.asn === undefined && speaking.length > 0)
    throw new InvalidInput([
      {
        path: ['asn'],
        message: message('customerGateway.asnNeeded', { names: speaking.map(nameOf).join(', ') }),
      },
    ])
  const movable = users.filter(({ attachType }) => attachType !== 'VPNGW')
  const addresses = addressesOf(gateways)
  const plans = movable.map((connection) => planOf(connection, customerGatewayId, addresses))
  const from = gatewayOf(old)
  return {
    review: {
      customerGatewayId,
      name: old.name || customerGatewayId,
      from: endOf(old),
      to: endOf(wanted),
      users: plans.map(({ user }) => user),
      staying: users.filter((user) => !movable.includes(user)).map(nameOf),
    },
    input: {
      from,
      to: {
        ...from,
        ...endOf(wanted),
        name: wanted.name,
        description: wanted.description,
        customerGatewayId: MADE,
      },
      hasKey: old.hasAuthKey || typedKey !== '',
      moves: plans.map(({ move }) => move),
      deletesOld: false,
    },
    typedKey,
  }
}

/** The connection with the other gateway, and what that does to it. */
function planOf(
  connection: IpsecConnection,
  customerGatewayId: string,
  addresses: Readonly<Record<string, string>>,
): { user: GatewayUser; move: GatewayMove } {
  const { regionId, vpnConnectionId, tunnels, enableBgp } = connection
  const before = settingsOf(connection, addresses)
  const after = leadingTo(before, customerGatewayId, MADE)
  const changes = changesBetween(before, after)
  const isUp = tunnels.map(
    (tunnel) => !isUnattached(connection) && carriesTraffic(tunnel, enableBgp),
  )
  const own = tunnels.flatMap((tunnel, index) =>
    tunnel.customerGatewayId === customerGatewayId ? [index] : [],
  )
  return {
    user: {
      vpnConnectionId,
      name: nameOf(connection),
      tunnels: own,
      fate: fateOf(changes, [], isUp),
      follows: own.filter((index) => before[`connection.tunnels.${index}.ike.remoteId`] === ''),
    },
    move: {
      connection: { regionId, vpnConnectionId },
      tunnels: tunnels.map(({ tunnelId = '', internetIp }) => ({ tunnelId, internetIp })),
      addresses: Object.fromEntries(
        tunnels.flatMap(({ customerGatewayId: id }) =>
          addresses[id] === undefined ? [] : [[id, addresses[id]]],
        ),
      ),
      before,
      after,
      up: own.filter((index) => isUp[index]),
    },
  }
}

const nameOf = ({ name, vpnConnectionId }: IpsecConnection) => name || vpnConnectionId

const endOf = ({ ipAddress, asn }: Pick<Gateway, 'ipAddress' | 'asn'>) => ({
  ipAddress,
  ...(asn !== undefined && { asn }),
})

/** All that makes such a gateway again, but its key. */
const gatewayOf = ({
  customerGatewayId,
  regionId,
  name,
  description,
  resourceGroupId,
  tags,
  ...end
}: CustomerGateway): Gateway => ({
  customerGatewayId,
  regionId,
  name,
  description,
  ...endOf(end),
  ...(resourceGroupId && { resourceGroupId }),
  tags: changeable(tags),
})
