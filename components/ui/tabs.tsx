'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

import { cx } from './cx'

interface Tab {
  href: string
  label: string
  count?: number | undefined
}

interface TabsProps {
  /** What the tabs are about, for screen readers. */
  label: string
  tabs: readonly Tab[]
}

/** Tabs with addresses: links, so that each can be sent to a colleague. The longest matching path is current. */
export function Tabs({ label, tabs }: TabsProps) {
  const path = usePathname()
  const current = tabs
    .filter(({ href }) => path === pathOf(href) || path.startsWith(`${pathOf(href)}/`))
    .toSorted((a, b) => pathOf(b.href).length - pathOf(a.href).length)[0]
  return (
    <nav aria-label={label} className="flex gap-6 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          prefetch={false}
          aria-current={tab === current ? 'page' : undefined}
          className={cx(
            'motion -mb-px inline-flex h-10 shrink-0 items-center gap-2 border-b-2 text-section transition-colors',
            tab === current
              ? 'border-brand font-semibold text-brand'
              : 'border-transparent text-muted hover:text-brand',
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}

const pathOf = (href: string) => href.split('?', 1)[0] ?? href
