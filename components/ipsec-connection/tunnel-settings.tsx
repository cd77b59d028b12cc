'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { Badge } from '@/components/ui/badge'
import { Code, CopyableCode } from '@/components/ui/code'
import { KeyValues } from '@/components/ui/key-values'
import { TextLink } from '@/components/ui/text-link'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

import { SettingsGroup } from './settings-group'

interface TunnelSettingsProps {
  tunnel: Tunnel
  connection: IpsecConnection
  /** Pairs beside each other on a wide page. */
  columns: 1 | 2
}

/** One tunnel: who it goes to, what both phases use, BGP, and how each of them is. */
export function TunnelSettings({ tunnel, connection, columns }: TunnelSettingsProps) {
  const t = useTranslations('attachment.settings')
  const gateways = useQuery(customerGatewayList({ regionId: connection.regionId })).data
  const gateway = gateways?.find((each) => each.customerGatewayId === tunnel.customerGatewayId)
  const other = connection.tunnels.find((each) => each !== tunnel)
  /** Both tunnels of a connection go to the same devices as a rule: what differs is easily an oversight. */
  const marked = (value: ReactNode, of: (each: Tunnel) => unknown) =>
    other && of(other) !== of(tunnel) ? (
      <span className="inline-flex flex-wrap items-center gap-2">
        {value} <Badge tone="warning">{t('differs')}</Badge>
      </span>
    ) : (
      value
    )
  const alone = lightsOf({ ...connection, tunnels: [tunnel] })
  const { ike, ipsec, bgp } = tunnel
  const onOff = (on: boolean) => t(on ? 'on' : 'off')
  const code = (text: string) => text && <Code>{text}</Code>
  const dual = connection.tunnels.length > 1
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <SettingsGroup title={dual ? t('tunnel', { number: tunnel.tunnelIndex }) : t('gateway')}>
        <KeyValues
          columns={columns}
          items={[
            ...(tunnel.tunnelId
              ? [{ label: t('tunnelId'), value: <CopyableCode text={tunnel.tunnelId} /> }]
              : []),
            {
              label: t('gatewayAddress'),
              value: tunnel.internetIp ? <CopyableCode text={tunnel.internetIp} /> : undefined,
            },
            {
              label: t('customerGateway'),
              value: (
                <span className="flex flex-wrap items-center gap-x-2">
                  {gateway?.name && (
                    <TextLink
                      href={routes.customerGateway(connection.regionId, tunnel.customerGatewayId)}
                    >
                      <bdi>{gateway.name}</bdi>
                    </TextLink>
                  )}
                  <CopyableCode text={tunnel.customerGatewayId} />
                </span>
              ),
            },
            ...(tunnel.zoneNo ? [{ label: t('zone'), value: code(tunnel.zoneNo) }] : []),
            { label: t('dpd'), value: marked(onOff(tunnel.enableDpd), (each) => each.enableDpd) },
            {
              label: t('natTraversal'),
              value: marked(onOff(tunnel.enableNatTraversal), (each) => each.enableNatTraversal),
            },
          ]}
        />
      </SettingsGroup>
      <SettingsGroup title={t('ike')} light={alone.ike}>
        <KeyValues
          columns={columns}
          items={[
            {
              label: t('version'),
              value: marked(code(ike.ikeVersion), (each) => each.ike.ikeVersion),
            },
            { label: t('mode'), value: marked(code(ike.ikeMode), (each) => each.ike.ikeMode) },
            {
              label: t('encryption'),
              value: marked(code(ike.ikeEncAlg), (each) => each.ike.ikeEncAlg),
            },
            {
              label: t('authentication'),
              value: marked(code(ike.ikeAuthAlg), (each) => each.ike.ikeAuthAlg),
            },
            { label: t('dhGroup'), value: marked(code(ike.ikePfs), (each) => each.ike.ikePfs) },
            {
              label: t('lifetime'),
              value: marked(code(String(ike.ikeLifetime)), (each) => each.ike.ikeLifetime),
            },
            { label: t('localId'), value: ike.localId && <CopyableCode text={ike.localId} /> },
            { label: t('remoteId'), value: ike.remoteId && <CopyableCode text={ike.remoteId} /> },
          ]}
        />
      </SettingsGroup>
      <SettingsGroup title={t('ipsec')} light={alone.ipsec}>
        <KeyValues
          columns={columns}
          items={[
            {
              label: t('encryption'),
              value: marked(code(ipsec.ipsecEncAlg), (each) => each.ipsec.ipsecEncAlg),
            },
            {
              label: t('authentication'),
              value: marked(code(ipsec.ipsecAuthAlg), (each) => each.ipsec.ipsecAuthAlg),
            },
            {
              label: t('dhGroup'),
              value: marked(code(ipsec.ipsecPfs), (each) => each.ipsec.ipsecPfs),
            },
            {
              label: t('lifetime'),
              value: marked(code(String(ipsec.ipsecLifetime)), (each) => each.ipsec.ipsecLifetime),
            },
          ]}
        />
      </SettingsGroup>
      <SettingsGroup title={t('bgp')} light={alone.bgp}>
        {bgp && connection.enableBgp && (
          <KeyValues
            columns={columns}
            items={[
              { label: t('tunnelCidr'), value: code(bgp.tunnelCidr) },
              {
                label: t('localBgpIp'),
                value: bgp.localBgpIp && <CopyableCode text={bgp.localBgpIp} />,
              },
              { label: t('localAsn'), value: code(String(bgp.localAsn)) },
              {
                label: t('peerBgpIp'),
                value: bgp.peerBgpIp && <CopyableCode text={bgp.peerBgpIp} />,
              },
              {
                label: t('peerAsn'),
                value: code(bgp.peerAsn === undefined ? '' : String(bgp.peerAsn)),
              },
            ]}
          />
        )}
      </SettingsGroup>
    </div>
  )
}
