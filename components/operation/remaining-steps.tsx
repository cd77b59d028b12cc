'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { Button } from '@/components/ui/button'
import { CopyableCode } from '@/components/ui/code'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { ipsecConnectionView } from '@/lib/ipsec-connections/queries'
import { routes } from '@/lib/navigation/routes'

interface RemainingStepsProps {
  /** The connection that was just attached; none when it is another account's, where it is read. */
  connection: ConnectionParams | undefined
  onDismiss: () => void
}

/** After an attachment is made: what a person still has to do outside the console. Reads `attachForm.remaining`. */
export function RemainingSteps({ connection, onDismiss }: RemainingStepsProps) {
  const t = useTranslations('attachForm.remaining')
  const { data, isLoading: isPending } = useQuery({
    ...ipsecConnectionView(connection ?? { regionId: '', vpnConnectionId: '' }),
    enabled: connection !== undefined,
  })
  const addresses = (data?.tunnels ?? []).map(({ internetIp }) => internetIp).filter(Boolean)
  const check = data?.healthCheck
  const codes = (values: readonly string[]) => () => (
    <span className="inline-flex flex-wrap gap-x-3">
      {values.map((value) => (
        <CopyableCode key={value} text={value} />
      ))}
    </span>
  )
  const items: ReactNode[] = [
    t('device'),
    (addresses.length > 0 || isPending) &&
      t.rich(addresses.length > 1 ? 'gateways' : 'gateway', {
        // It has its line before it is read.
        code: isPending ? () => <Skeleton className="w-28" /> : codes(addresses),
      }),
    t('psk'),
    check?.enable && t.rich('route', { code: codes([`${check.sip}/32`]) }),
    t('policy'),
  ].filter(Boolean)
  return (
    <Panel
      title={t('title')}
      actions={
        <span className="flex gap-4">
          {connection && (
            <TextLink
              href={routes.ipsecConnection(connection.regionId, connection.vpnConnectionId)}
            >
              {t('open')}
            </TextLink>
          )}
          <Button variant="link" onClick={onDismiss}>
            {t('dismiss')}
          </Button>
        </span>
      }
    >
      <ol className="list-decimal space-y-1.5 pl-5 text-label">
        {items.map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the items keep their order
          <li key={index}>{item}</li>
        ))}
      </ol>
    </Panel>
  )
}
