/** Sends the key of `CANARY` as often as the argument says and prints how each call failed. */
import { inspect } from 'node:util'

import { callVpc } from '@/lib/cloud/client'
import { nothing } from '@/lib/cloud/shape'

const psk = process.env['CANARY'] ?? ''
const tunnel = { tunnelIndex: 1, tunnelIkeConfig: { psk } }
const fields = {
  regionId: 'eu-central-1',
  ikeConfig: JSON.stringify({ Psk: psk }),
  tunnelOptionsSpecification: [tunnel],
}
for (let times = Number(process.argv[2]); times > 0; times--)
  await callVpc(
    { profile: 'main' },
    'eu-central-1',
    'createVpnAttachment',
    fields,
    nothing,
    'vpnConnectionId',
  ).catch((error: unknown) => process.stdout.write(`${inspect(error)}\n${JSON.stringify(error)}\n`))
process.exit(0)
