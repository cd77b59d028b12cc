'use client'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import type { ActionResult } from '@/lib/request/result'

import { NavList } from './nav-list'
import { useKeep } from './use-keep'

interface SideNavProps {
  /** The emulator has real gateways. */
  rehearsing: boolean
  /** Whether it was left open, from its cookie. */
  open: boolean
  setNavigation: (input: { open: boolean }) => Promise<ActionResult<void>>
}

/** The left navigation, which folds away to leave the width to tables. Where there is no room it is `NavButton`. */
export function SideNav({ open: leftOpen, rehearsing, setNavigation }: SideNavProps) {
  const t = useTranslations('shell.nav')
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
      <NavList rehearsing={rehearsing} hidden={!open} className="flex-1 overflow-y-auto py-3" />
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
