'use client'
import { DeviceConfiguration } from '@/components/peer-config/device-configuration'
import { gatewayOf } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import { deviceOf } from '@/lib/peer-config/device-tag'
import { peerOfForm } from '@/lib/peer-config/from-form'

import { useJudgement } from './judge-context'
import { useSurroundings } from './surroundings-context'
import { useConnectionForm } from './use-values'

interface LiveDeviceProps {
  onDevice: (device: string, customerGatewayIds: string[]) => void
  keeping: 'kept' | 'failed' | undefined
}

/** The configuration for what the form holds now, drawn in the pauses of typing. */
export function LiveDevice({ onDevice, keeping }: LiveDeviceProps) {
  const { getValues } = useConnectionForm()
  const surroundings = useSurroundings()
  useJudgement() // renders again with each new judgement
  const connection = getValues('connection')
  const tunnels = activeTunnels(connection)
  return (
    <DeviceConfiguration
      peer={peerOfForm(connection, surroundings, 'being created')}
      deviceIds={tunnels.map(
        ({ customerGatewayId }) => deviceOf(gatewayOf(surroundings, customerGatewayId))?.id,
      )}
      onDevice={(device, numbers) =>
        onDevice(
          device,
          numbers.flatMap((number) => tunnels[number - 1]?.customerGatewayId || []),
        )
      }
      keeping={keeping}
      formKeys={() =>
        activeTunnels(getValues('connection')).flatMap(({ psk }, index) =>
          psk ? [{ tunnelIndex: index + 1, psk }] : [],
        )
      }
    />
  )
}
