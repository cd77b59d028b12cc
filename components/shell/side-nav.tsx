'use client'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'

import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { routes } from '@/lib/navigation/routes'
import type { ActionResult } from '@/lib/request/result'

import { useKeep } from './use-keep'

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
  { title: 'records', items: [{ key: 'audit', href: routes.audit() }] },
] as const

const REHEARSAL = {
  title: 'records',
  items: [
    { key: 'audit', href: routes.audit() },
    { key: 'rehearsal', href: routes.rehearsal() },
  ],
} as const

interface SideNavProps {
  /** The emulator has real gateways. */
  rehearsing: boolean
  /** Whether it was left open, from its cookie. */
  open: boolean
  setNavigation: (input: { open: boolean }) => Promise<ActionResult<void>>
}

/** The left navigation, which folds away to leave the width to tables. */
export function SideNav({ open: leftOpen, rehearsing, setNavigation }: SideNavProps) {
  const t = useTranslations('shell.nav')
  const path = usePathname()
  const keep = useKeep()
  const [open, setOpen] = useState(leftOpen)
  const toggle = () => {
    setOpen(!open)
    void keep(setNavigation({ open: !open }))
  }
  return (
    <div
      className={cx(
        'sticky top-12 flex h-[calc(100vh-48px)] shrink-0 flex-col border-r border-line max-md:hidden',
        open ? 'w-52' : 'w-10',
      )}
    >
      <nav aria-label={t('label')} hidden={!open} className="flex-1 overflow-y-auto py-3">
        {(rehearsing ? [...sections.slice(0, -1), REHEARSAL] : sections).map(
          ({ title, items }, index) => (
            <div key={title} className="mb-2">
              <h2
                className={cx(
                  'flex h-9 items-center px-5 text-label',
                  index === 0 ? 'font-semibold' : 'text-muted',
                )}
              >
                {t(title)}
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
                        {t(key)}
                      </Link>
                    </li>
                  )
                })}
              </ul>
            </div>
          ),
        )}
      </nav>
      <div className={cx('mt-auto p-1.5', open && 'self-end')}>
        <IconButton
          icon={open ? PanelLeftClose : PanelLeftOpen}
          label={open ? t('close') : t('open')}
          aria-expanded={open}
          onClick={toggle}
        />
      </div>
    </div>
  )
}
