'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'

/** What a press opens, whose script may still be on its way: until it is there a line at the top says so. */
export function Late({ children }: { children: ReactNode }) {
  return <Suspense fallback={<OnItsWay />}>{children}</Suspense>
}

/** A press was heard; what it opens is on its way. */
export function OnItsWay() {
  const t = useTranslations('ui')
  return (
    <output
      aria-label={t('onItsWay')}
      className="fixed inset-x-0 top-0 z-50 h-0.75 animate-pulse bg-brand"
    />
  )
}
