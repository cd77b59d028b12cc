'use client'
import { useTranslations } from 'next-intl'

import { Code, CopyableCode } from '@/components/ui/code'
import { KeyValues } from '@/components/ui/key-values'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'

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
  const alone = lightsOf({ ...connection, tunnels: [tunnel] })
  const { ike, ipsec, bgp } = tunnel
  const onOff = (on: boolean) => t(on ? 'on' : 'off')
  const code = (text: string) => text && <Code>{text}</Code>
  const dual = connection.tunnels.length > 1
  return (
    <>
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
              value: <CopyableCode text={tunnel.customerGatewayId} />,
            },
            ...(tunnel.zoneNo ? [{ label: t('zone'), value: code(tunnel.zoneNo) }] : []),
            { label: t('dpd'), value: onOff(tunnel.enableDpd) },
            { label: t('natTraversal'), value: onOff(tunnel.enableNatTraversal) },
          ]}
        />
      </SettingsGroup>
      <SettingsGroup title={t('ike')} light={alone.ike}>
        <KeyValues
          columns={columns}
          items={[
            { label: t('version'), value: code(ike.ikeVersion) },
            { label: t('mode'), value: code(ike.ikeMode) },
            { label: t('encryption'), value: code(ike.ikeEncAlg) },
            { label: t('authentication'), value: code(ike.ikeAuthAlg) },
            { label: t('dhGroup'), value: code(ike.ikePfs) },
            { label: t('lifetime'), value: code(String(ike.ikeLifetime)) },
            { label: t('localId'), value: code(ike.localId) },
            { label: t('remoteId'), value: code(ike.remoteId) },
          ]}
        />
      </SettingsGroup>
      <SettingsGroup title={t('ipsec')} light={alone.ipsec}>
        <KeyValues
          columns={columns}
          items={[
            { label: t('encryption'), value: code(ipsec.ipsecEncAlg) },
            { label: t('authentication'), value: code(ipsec.ipsecAuthAlg) },
            { label: t('dhGroup'), value: code(ipsec.ipsecPfs) },
            { label: t('lifetime'), value: code(String(ipsec.ipsecLifetime)) },
          ]}
        />
      </SettingsGroup>
      <SettingsGroup title={t('bgp')} light={alone.bgp}>
        {bgp && connection.enableBgp && (
          <KeyValues
            columns={columns}
            items={[
              { label: t('tunnelCidr'), value: code(bgp.tunnelCidr) },
              { label: t('localBgpIp'), value: code(bgp.localBgpIp) },
              { label: t('localAsn'), value: code(String(bgp.localAsn)) },
              { label: t('peerBgpIp'), value: code(bgp.peerBgpIp ?? '') },
              {
                label: t('peerAsn'),
                value: code(bgp.peerAsn === undefined ? '' : String(bgp.peerAsn)),
              },
            ]}
          />
        )}
      </SettingsGroup>
    </>
  )
}
