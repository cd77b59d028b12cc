'use client'
import { Menu as MenuIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import { type ReactNode, useId, useRef, useState } from 'react'

import { Press } from '@/components/ui/press'

import { NavList } from './nav-list'

interface NavButtonProps {
  /** The emulator has real gateways. */
  rehearsing: boolean
  /** Under the navigation: what has no room in the bar. */
  children: ReactNode
}

/** The navigation behind a button, where the page has no room for it at its side. */
export function NavButton({ rehearsing, children }: NavButtonProps) {
  const t = useTranslations('shell.nav')
  const path = usePathname()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  // Opened on this page: another one closes it.
  const [openOn, setOpenOn] = useState<string | undefined>()
  const open = openOn === path
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes what the button opened
    <div
      className="md:hidden"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpenOn(undefined)
        button.current?.focus()
      }}
    >
      <Press
        ref={button}
        aria-label={t(open ? 'close' : 'open')}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpenOn(open ? undefined : path)}
        className="-ml-2 inline-flex size-8 items-center justify-center rounded-control hover:bg-bar-line"
      >
        <MenuIcon aria-hidden size={18} />
      </Press>
      <div
        id={id}
        hidden={!open}
        className="fixed inset-x-0 top-12 max-h-[calc(100vh-48px)] overflow-y-auto border-b border-line bg-surface py-3 text-ink shadow-popup"
      >
        <NavList rehearsing={rehearsing} />
        <div className="mt-2">{children}</div>
      </div>
    </div>
  )
}
