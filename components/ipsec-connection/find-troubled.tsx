'use client'
import { useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/text-link'
import { isDown, lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { weakAlgorithmsOf } from '@/lib/ipsec-connections/weak-algorithms'

/** What one looks for in a long list, each a link that filters it; only what there is. */
const KINDS = [
  ['down', 'tunnel:down', (each: IpsecConnection) => isDown(lightsOf(each).ipsec)],
  ['bgp', 'bgp:down', (each: IpsecConnection) => isDown(lightsOf(each).bgp)],
  ['weak', 'crypto:weak', (each: IpsecConnection) => weakAlgorithmsOf(each).length > 0],
  ['single', 'mode:single', (each: IpsecConnection) => each.tunnels.length === 1],
] as const

interface FindTroubledProps {
  connections: readonly IpsecConnection[] | undefined
  /** The address of the list with this filter. */
  hrefOf: (filter: string) => string
}

/** Everything that is down, and everything that is weak, one press away. */
export function FindTroubled({ connections = [], hrefOf }: FindTroubledProps) {
  const t = useTranslations('attachment.light.find')
  const found = KINDS.map(([kind, filter, isOne]) => ({
    kind,
    filter,
    count: connections.filter(isOne).length,
  })).filter(({ count }) => count > 0)
  // It keeps its place: what is below it never moves when it comes or goes.
  if (found.length === 0) return <div className="mb-3 min-h-5" />
  return (
    <nav aria-label={t('label')} className="mb-3 flex min-h-5 flex-wrap gap-x-4 gap-y-1 text-label">
      <span className="text-muted">{t('label')}</span>
      {found.map(({ kind, filter, count }) => (
        <TextLink key={kind} href={hrefOf(filter)}>
          {t(kind, { count })}
        </TextLink>
      ))}
    </nav>
  )
}
