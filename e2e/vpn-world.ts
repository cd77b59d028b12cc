import { newGateway } from '@/e2e/attach-world'
import { call } from '@/e2e/cloud'
import { CANARY } from '@/lib/db/test/canary'

export const REGION = 'eu-central-1'

interface NewConnection {
  name: string
  psk?: string
}

/** Creates an IPsec connection in Frankfurt that nothing is attached to, and gives its id. */
export async function newConnection(
  workerIndex: number,
  { name, psk = CANARY }: NewConnection,
  account?: 'main' | 'partner',
): Promise<string> {
  const gateway = await newGateway(workerIndex, account)
  const answer = await call(
    'vpc',
    'CreateVpnAttachment',
    {
      RegionId: REGION,
      CustomerGatewayId: gateway.id,
      Name: name,
      LocalSubnet: '0.0.0.0/0',
      RemoteSubnet: '0.0.0.0/0',
      IkeConfig: JSON.stringify({ Psk: psk, IkeVersion: 'ikev2' }),
    },
    account,
  )
  return String(answer['VpnConnectionId'])
}
