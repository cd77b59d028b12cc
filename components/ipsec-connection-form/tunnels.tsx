'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { Group } from './group'
import { useIsDual } from './use-values'

/** 0 for the first tunnel, 1 for the second. */
export type TunnelIndex = 0 | 1

interface TunnelsProps {
  /** Beside the name of tunnel 2. */
  end?: ReactNode
  children: (index: TunnelIndex) => ReactNode
}

/** The same fields once, or once for each tunnel under its name, side by side where there is room for it. */
export function Tunnels({ end, children }: TunnelsProps) {
  const t = useTranslations('attachForm')
  if (!useIsDual()) return children(0)
  return (
    <div data-tunnels className="grid items-start gap-x-8 gap-y-4 @min-[1160px]:grid-cols-2">
      <Group title={t('section.tunnel', { number: 1 })}>{children(0)}</Group>
      <Group title={t('section.tunnel', { number: 2 })} end={end}>
        {children(1)}
      </Group>
    </div>
  )
}
