'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

import { cx } from '@/components/ui/cx'
import { routes } from '@/lib/navigation/routes'

const sections = [
  {
    title: 'network',
    items: [
      { key: 'instances', href: routes.instances() },
      { key: 'operations', href: routes.operations() },
    ],
  },
  {
    title: 'vpn',
    items: [
      { key: 'ipsecConnections', href: routes.ipsecConnections() },
      { key: 'customerGateways', href: routes.customerGateways() },
    ],
  },
  {
    title: 'records',
    items: [
      { key: 'audit', href: routes.audit() },
      { key: 'ram', href: routes.ramPermissions() },
    ],
  },
] as const

const REHEARSAL = {
  title: 'records',
  items: [
    { key: 'audit', href: routes.audit() },
    { key: 'ram', href: routes.ramPermissions() },
    { key: 'rehearsal', href: routes.rehearsal() },
  ],
} as const

interface NavListProps {
  /** The emulator has real gateways. */
  rehearsing: boolean
  className?: string
  hidden?: boolean
}

/** The pages at the top of the hierarchy, and whose console this is not. */
export function NavList({ rehearsing, className, hidden }: NavListProps) {
  const t = useTranslations('shell')
  const path = usePathname()
  return (
    <nav aria-label={t('nav.label')} hidden={hidden} className={className}>
      {(rehearsing ? [...sections.slice(0, -1), REHEARSAL] : sections).map(
        ({ title, items }, index) => (
          <div key={title} className="mb-2">
            <h2
              className={cx(
                'flex h-9 items-center px-5 text-label',
                index === 0 ? 'font-semibold' : 'text-muted',
              )}
            >
              {t(`nav.${title}`)}
            </h2>
            <ul>
              {items.map(({ key, href }) => {
                const current = path === href || path.startsWith(`${href}/`)
                return (
                  <li key={key}>
                    <Link
                      href={href}
                      prefetch={false}
                      aria-current={current ? 'page' : undefined}
                      className={cx(
                        'motion flex h-8 items-center border-l-2 pr-4 pl-[18px] text-label transition-colors',
                        current
                          ? 'border-brand bg-brand-soft font-medium text-brand'
                          : 'border-transparent hover:text-brand',
                      )}
                    >
                      {t(`nav.${key}`)}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </div>
        ),
      )}
      <p className="px-5 pt-3 text-hint text-faint">{t('footer')}</p>
    </nav>
  )
}
