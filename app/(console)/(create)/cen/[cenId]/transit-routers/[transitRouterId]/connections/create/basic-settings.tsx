'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { RadioField, SegmentedField, YesNoField } from '@/components/form/radio-field'
import { TagField } from '@/components/form/tag-field'
import { CidrListField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { NETWORK_TYPES, ROUTING_MODES, TUNNEL_MODES } from '@/lib/attach-form/choices'
import { secondTunnel } from '@/lib/attach-form/defaults'

import { CustomerGatewayField } from './customer-gateway-field'
import { NetworkTypeRow } from './network-type-row'
import { OwnerFields } from './owner-fields'
import { PskField } from './psk-field'
import { RegionField, TransitRouterRow, ZoneField } from './router-fields'
import { BasicSummary } from './section-summaries'
import { Tunnels } from './tunnels'
import { useAttachForm, useIsDual, useValue } from './use-values'

// Most connections are created here.
const ConnectionPicker = lazy(() => import('./connection-picker'))

const HOLDS = [
  'regionId',
  'transitRouterId',
  'owner',
  'resource',
  'transitRouterAttachmentName',
  'tag',
  'zoneId',
  'connection.networkType',
  'connection.tunnelMode',
  'connection.routingMode',
  'connection.localSubnet',
  'connection.remoteSubnet',
  'connection.effectImmediately',
  'connection.tunnels.0.customerGatewayId',
  'connection.tunnels.0.psk',
  'connection.tunnels.1.customerGatewayId',
  'connection.tunnels.1.psk',
] as const

export function BasicSettings() {
  const t = useTranslations('attachForm')
  const { control } = useAttachForm()
  const create = useValue('resource.kind') === 'create'
  return (
    <FormSection
      control={control}
      title={t('section.basic')}
      holds={HOLDS}
      summary={<BasicSummary />}
    >
      <Rows>
        <NetworkTypeRow />
        <RegionField />
        <TransitRouterRow />
        <OwnerFields />
        <Suspense>{!create && <ConnectionPicker />}</Suspense>
        <TextField control={control} name="transitRouterAttachmentName" />
        <TagField control={control} name="tag" />
        {create && <KindFields />}
        <ZoneField />
        {create && <ConnectionFields />}
      </Rows>
    </FormSection>
  )
}

/** What kind of connection is created; this decides what else is asked. */
function KindFields() {
  const t = useTranslations('attachForm.connection')
  const { control, getValues, setValue } = useAttachForm()
  const networkType = useValue('connection.networkType')
  const tunnelMode = useValue('connection.tunnelMode')
  const startSecond = () => {
    const { tunnels } = getValues('connection')
    if (tunnels[1].customerGatewayId === '' && tunnels[1].psk === '')
      setValue('connection.tunnels.1', secondTunnel(tunnels[0]))
  }
  return (
    <>
      <RadioField
        control={control}
        name="connection.networkType"
        required
        choices={NETWORK_TYPES}
        hint={t(`networkType.note.${networkType}`)}
      />
      <RadioField
        control={control}
        name="connection.tunnelMode"
        choices={TUNNEL_MODES}
        hint={t(`tunnelMode.note.${tunnelMode}`)}
        onChanged={(mode) => mode === 'dual' && startSecond()}
      />
    </>
  )
}

/** The rest of the created connection, in the guide's order; what each tunnel has of its own stands together. */
function ConnectionFields() {
  const t = useTranslations('attachForm.connection')
  const { control } = useAttachForm()
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
  const { control } = useAttachForm()
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
