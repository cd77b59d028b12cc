'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { CidrField, TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { peerBgpIp } from '@/lib/connection-form/peer'
import { gatewayOf } from '@/lib/connection-form/surroundings'
import { parseAsn, printAsdot, printAsplain } from '@/lib/net/asn'

import { useKnown, useSurroundings } from './surroundings-context'
import { type TunnelIndex, Tunnels } from './tunnels'
import { useConnectionForm, useValue } from './use-values'

/** What each tunnel needs for BGP. */
export function BgpFields() {
  return (
    <Tunnels>
      {(tunnel) => (
        <>
          <TunnelCidrField tunnel={tunnel} />
          <LocalBgpIpField tunnel={tunnel} />
          <LocalAsnField tunnel={tunnel} />
        </>
      )}
    </Tunnels>
  )
}

function TunnelCidrField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.bgp.tunnelCidr')
  const { control, getValues, setValue, trigger } = useConnectionForm()
  const { whole } = useKnown()
  const [isPicking, setIsPicking] = useState(false)
  const path = `connection.tunnels.${tunnel}.bgp` as const
  const pick = async () => {
    setIsPicking(true)
    const { pickTunnelCidr } = await import('@/lib/connection-form/pick-tunnel-cidr')
    const known = await whole()
    setIsPicking(false)
    const free = pickTunnelCidr(getValues('connection'), known)
    if (!free) return
    setValue(`${path}.tunnelCidr`, free.tunnelCidr, { shouldDirty: true })
    setValue(`${path}.localBgpIp`, free.localBgpIp, { shouldDirty: true })
    await trigger([`${path}.tunnelCidr`, `${path}.localBgpIp`])
  }
  return (
    <CidrField
      control={control}
      name={`${path}.tunnelCidr`}
      required
      after={
        <Button pending={isPicking} onClick={() => void pick()}>
          {t('pick')}
        </Button>
      }
    />
  )
}

function LocalBgpIpField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.bgp.localBgpIp')
  const { control } = useConnectionForm()
  const name = `connection.tunnels.${tunnel}.bgp.localBgpIp` as const
  const peer = peerBgpIp(useValue(`connection.tunnels.${tunnel}.bgp`))
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
  const { control } = useConnectionForm()
  const surroundings = useSurroundings()
  const name = `connection.tunnels.${tunnel}.bgp.localAsn` as const
  const typed = useValue(name)
  const peer = gatewayOf(surroundings, useValue(`connection.tunnels.${tunnel}.customerGatewayId`))
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

/** The typed ASN in its other notation: asplain where asdot was typed, asdot where asplain was (RFC 5396). */
function OtherNotation({ typed }: { typed: string }) {
  const asn = parseAsn(typed)
  if (!asn.ok) return null
  return (
    <span className="mono">
      = {typed.includes('.') ? printAsplain(asn.value) : printAsdot(asn.value)}
    </span>
  )
}
