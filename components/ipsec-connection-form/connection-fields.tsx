'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { RadioField, SegmentedField, YesNoField } from '@/components/form/radio-field'
import { CidrListField } from '@/components/form/text-field'
import { isStarted, secondTunnel, twoTunnels } from '@/lib/connection-form/tunnels'
import { message, unpackMessage, type Packed } from '@/lib/i18n/message'
import {
  NETWORK_TYPES,
  ROUTING_MODES,
  TUNNEL_BANDWIDTHS,
  TUNNEL_MODES,
} from '@/lib/ipsec-connections/schema'

import { CustomerGatewayField } from './customer-gateway-field'
import { PskField } from './psk-field'
import { ResourceGroupField } from './resource-group-field'
import { Tunnels } from './tunnels'
import { useConnectionForm, useIsDual, useValue } from './use-values'

/** What kind of connection is created; this decides what else is asked. `billing` says what it costs. */
export function KindFields({ billing }: { billing: ReactNode }) {
  const t = useTranslations('attachForm.connection')
  const { control, getValues, setValue } = useConnectionForm()
  const networkType = useValue('connection.networkType')
  const tunnelMode = useValue('connection.tunnelMode')
  const startSecond = () => {
    const [first, second] = getValues('connection.tunnels')
    if (!isStarted(second)) setValue('connection.tunnels.1', secondTunnel(first))
  }
  const goOn = (refusal: Packed) =>
    unpackMessage(refusal).key === 'tunnelMode.dualOnly'
      ? { label: message('fix.twoTunnels'), set: () => twoTunnels(getValues('connection')) }
      : undefined
  return (
    <>
      <RadioField
        control={control}
        name="connection.networkType"
        required
        choices={NETWORK_TYPES}
        hint={t(`networkType.note.${networkType}`)}
      />
      <div className="sm:ml-46 sm:max-w-118">{billing}</div>
      <RadioField
        control={control}
        name="connection.tunnelMode"
        choices={TUNNEL_MODES}
        hint={t(`tunnelMode.note.${tunnelMode}`)}
        onChanged={(mode) => mode === 'dual' && startSecond()}
        correct={goOn}
      />
      <RadioField
        control={control}
        name="connection.tunnelBandwidth"
        choices={TUNNEL_BANDWIDTHS}
        hint={t('tunnelBandwidth.hint')}
      />
      <ResourceGroupField />
    </>
  )
}

/** The rest of the created connection, in the guide's order; what each tunnel has of its own stands together. */
export function ConnectionFields() {
  const t = useTranslations('attachForm.connection')
  const { control } = useConnectionForm()
  const effectImmediately = useValue('connection.effectImmediately')
  const dual = useIsDual()
  return (
    <>
      <Tunnels>
        {(tunnel) => (
          <>
            <CustomerGatewayField tunnel={tunnel} />
            {dual && <PskField tunnel={tunnel} />}
          </>
        )}
      </Tunnels>
      <RoutingFields />
      <YesNoField
        control={control}
        name="connection.effectImmediately"
        required
        hint={t(`effectImmediately.note.${effectImmediately ? 'yes' : 'no'}`)}
      />
      {!dual && <PskField tunnel={0} />}
    </>
  )
}

function RoutingFields() {
  const t = useTranslations('attachForm.connection.routingMode.note')
  const { control } = useConnectionForm()
  const mode = useValue('connection.routingMode')
  return (
    <>
      <SegmentedField
        control={control}
        name="connection.routingMode"
        required
        choices={ROUTING_MODES}
        hint={t(mode)}
      />
      {mode === 'flow' && (
        <>
          <CidrListField control={control} name="connection.localSubnet" required />
          <CidrListField control={control} name="connection.remoteSubnet" required />
        </>
      )}
    </>
  )
}
