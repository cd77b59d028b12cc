'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'

import { Rows } from '@/components/form/field-shell'
import { FormSection } from '@/components/form/form-section'
import { BandSwitch } from '@/components/form/switch-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { reveal } from '@/components/ui/section'
import { parseAsn, printAsdot, printAsplain } from '@/lib/net/asn'
import { otherHostOf30 } from '@/lib/net/cidr'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'

import { useJudge } from './judge-context'
import { BgpSummary } from './section-summaries'
import { useSurroundings } from './surroundings-context'
import { type TunnelIndex, Tunnels } from './tunnels'
import { useAttachForm, useIsDual, useValue } from './use-values'

const HOLDS = [
  'connection.enableBgp',
  'connection.tunnels.0.bgp',
  'connection.tunnels.1.bgp',
] as const

export function BgpSettings() {
  const t = useTranslations('attachForm')
  const { control } = useAttachForm()
  const on = useValue('connection.enableBgp')
  const dual = useIsDual()
  const content = useRef<HTMLParagraphElement>(null)
  return (
    <FormSection
      control={control}
      title={t('section.bgp')}
      holds={HOLDS}
      defaultOpen={false}
      summary={<BgpSummary />}
      end={
        <BandSwitch
          control={control}
          name="connection.enableBgp"
          onChanged={(enabled) => enabled && content.current && reveal(content.current)}
        />
      }
    >
      <Rows>
        <p ref={content} className="text-hint text-faint sm:ml-46">
          {t('connection.enableBgp.note')} {dual && t('connection.enableBgp.single')}
        </p>
        {on && (
          <Tunnels>
            {(tunnel) => (
              <>
                <TunnelCidrField tunnel={tunnel} />
                <LocalBgpIpField tunnel={tunnel} />
                <LocalAsnField tunnel={tunnel} />
              </>
            )}
          </Tunnels>
        )}
      </Rows>
    </FormSection>
  )
}

function TunnelCidrField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.bgp.tunnelCidr')
  const { control, getValues, setValue, trigger } = useAttachForm()
  const { facts } = useJudge()
  const path = `connection.tunnels.${tunnel}.bgp` as const
  const pick = async () => {
    const { pickTunnelCidr } = await import('@/lib/attach-form/pick-tunnel-cidr')
    const free = pickTunnelCidr(getValues('connection'), facts())
    if (!free) return
    setValue(`${path}.tunnelCidr`, free.tunnelCidr, { shouldDirty: true })
    setValue(`${path}.localBgpIp`, free.localBgpIp, { shouldDirty: true })
    await trigger([`${path}.tunnelCidr`, `${path}.localBgpIp`])
  }
  return (
    <TextField
      control={control}
      name={`${path}.tunnelCidr`}
      mono
      required
      after={<Button onClick={() => void pick()}>{t('pick')}</Button>}
    />
  )
}

function LocalBgpIpField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.bgp.localBgpIp')
  const { control } = useAttachForm()
  const name = `connection.tunnels.${tunnel}.bgp.localBgpIp` as const
  const own = parseIpv4(useValue(name))
  const peer = own.ok && [1, 2].includes(own.value % 4) && printIpv4(otherHostOf30(own.value))
  return (
    <TextField
      control={control}
      name={name}
      mono
      required
      {...(peer && {
        hint: t.rich('peer', { peer, code: (chunks) => <span className="mono">{chunks}</span> }),
      })}
    />
  )
}

function LocalAsnField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.bgp.localAsn')
  const { control } = useAttachForm()
  const { customerGateways } = useSurroundings()
  const name = `connection.tunnels.${tunnel}.bgp.localAsn` as const
  const typed = useValue(name)
  const chosen = useValue(`connection.tunnels.${tunnel}.customerGatewayId`)
  const peer = customerGateways.find(({ customerGatewayId }) => customerGatewayId === chosen)
  return (
    <TextField
      control={control}
      name={name}
      mono
      required
      end={<OtherNotation typed={typed} />}
      {...(peer?.asn !== undefined && {
        hint: (
          <>
            {t('hint')}{' '}
            {t.rich('gateway', {
              asn: `${printAsplain(peer.asn)}`,
              code: (chunks) => <span className="mono">{chunks}</span>,
            })}
          </>
        ),
      })}
    />
  )
}

/** The same number as it is not typed: plain for dotted, dotted for plain. */
function OtherNotation({ typed }: { typed: string }) {
  const asn = parseAsn(typed)
  if (!asn.ok) return null
  return (
    <span className="mono">
      = {typed.includes('.') ? printAsplain(asn.value) : printAsdot(asn.value)}
    </span>
  )
}
