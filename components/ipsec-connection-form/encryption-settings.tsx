'use client'
import { useTranslations } from 'next-intl'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { SelectField } from '@/components/form/select-field'
import { SwitchField } from '@/components/form/switch-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { CONNECTION_SECTIONS } from '@/lib/connection-form/sections'
import { gatewayOf } from '@/lib/connection-form/surroundings'
import {
  AUTHENTICATION_ALGORITHMS,
  ENCRYPTION_ALGORITHMS,
  IKE_GROUPS,
  IKE_MODES,
  IKE_VERSIONS,
  IPSEC_GROUPS,
} from '@/lib/ipsec-connections/schema'

import { BandSummary } from './band-summary'
import { Group } from './group'
import { useSurroundings } from './surroundings-context'
import { type TunnelIndex, Tunnels } from './tunnels'
import { useConnectionForm, useValue } from './use-values'
import { useAlgorithms, WeakNote } from './weak-algorithms'

export function EncryptionSettings() {
  const t = useTranslations('attachForm.section')
  const { control } = useConnectionForm()
  return (
    <FormSection
      control={control}
      title={t('encryption')}
      fields={CONNECTION_SECTIONS.encryption}
      defaultOpen={false}
      summary={<BandSummary of="encryption" />}
    >
      <Rows>
        <WeakNote />
        <Tunnels end={<CopyFirstTunnel />}>
          {(tunnel) => (
            <>
              <IkeFields tunnel={tunnel} />
              <IpsecFields tunnel={tunnel} />
            </>
          )}
        </Tunnels>
      </Rows>
    </FormSection>
  )
}

/** Sets the encryption settings of tunnel 2 to those of tunnel 1. */
function CopyFirstTunnel() {
  const t = useTranslations('attachForm.connection')
  const { getValues, setValue } = useConnectionForm()
  const copy = () => {
    const [first, second] = getValues('connection.tunnels')
    const { ike, ipsec, enableDpd, enableNatTraversal } = structuredClone(first)
    setValue(
      'connection.tunnels.1',
      { ...second, ike, ipsec, enableDpd, enableNatTraversal },
      { shouldDirty: true },
    )
  }
  return (
    <Button variant="link" onClick={copy}>
      {t('copyTunnel')}
    </Button>
  )
}

function IkeFields({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm')
  const ui = useTranslations('ui')
  const { control } = useConnectionForm()
  const options = useAlgorithms()
  const path = `connection.tunnels.${tunnel}.ike` as const
  const mode = useValue(`${path}.ikeMode`)
  const hasMode = useValue(`${path}.ikeVersion`) === 'ikev1'
  return (
    <Group title={t('section.ike')}>
      <SelectField control={control} name={`${path}.ikeVersion`} mono options={IKE_VERSIONS} />
      <SelectField
        control={control}
        name={`${path}.ikeMode`}
        mono
        options={IKE_MODES}
        disabled={!hasMode}
        hint={t(`connection.tunnels.ike.ikeMode.note.${hasMode ? mode : 'ikev2'}`)}
      />
      <SelectField
        control={control}
        name={`${path}.ikeEncAlg`}
        mono
        options={options(ENCRYPTION_ALGORITHMS)}
      />
      <SelectField
        control={control}
        name={`${path}.ikeAuthAlg`}
        mono
        options={options(AUTHENTICATION_ALGORITHMS)}
      />
      <SelectField control={control} name={`${path}.ikePfs`} mono options={options(IKE_GROUPS)} />
      <TextField control={control} name={`${path}.ikeLifetime`} mono inputMode="numeric" required />
      <TextField
        control={control}
        name={`${path}.localId`}
        mono
        placeholder={ui('whenEmpty', { value: t('connection.tunnels.ike.localId.default') })}
      />
      <RemoteIdField tunnel={tunnel} />
    </Group>
  )
}

function RemoteIdField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.ike.remoteId')
  const ui = useTranslations('ui')
  const { control } = useConnectionForm()
  const surroundings = useSurroundings()
  const chosen = useValue(`connection.tunnels.${tunnel}.customerGatewayId`)
  return (
    <TextField
      control={control}
      name={`connection.tunnels.${tunnel}.ike.remoteId`}
      mono
      placeholder={ui('whenEmpty', {
        value: gatewayOf(surroundings, chosen)?.ipAddress ?? t('default'),
      })}
    />
  )
}

function IpsecFields({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm')
  const { control } = useConnectionForm()
  const options = useAlgorithms()
  const path = `connection.tunnels.${tunnel}.ipsec` as const
  const group = useValue(`${path}.ipsecPfs`)
  return (
    <Group title={t('section.ipsec')}>
      <SelectField
        control={control}
        name={`${path}.ipsecEncAlg`}
        mono
        options={options(ENCRYPTION_ALGORITHMS)}
      />
      <SelectField
        control={control}
        name={`${path}.ipsecAuthAlg`}
        mono
        options={options(AUTHENTICATION_ALGORITHMS)}
      />
      <SelectField
        control={control}
        name={`${path}.ipsecPfs`}
        mono
        options={options(IPSEC_GROUPS)}
        hint={t(`connection.tunnels.ipsec.ipsecPfs.note.${group === 'disabled' ? 'off' : 'on'}`)}
      />
      <TextField
        control={control}
        name={`${path}.ipsecLifetime`}
        mono
        inputMode="numeric"
        required
      />
      <SwitchField control={control} name={`connection.tunnels.${tunnel}.enableDpd`} />
      <SwitchField control={control} name={`connection.tunnels.${tunnel}.enableNatTraversal`} />
    </Group>
  )
}
