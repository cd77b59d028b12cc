import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { routes } from '@/lib/navigation/routes'

interface TopBarProps {
  /** The console talks to the emulator; nothing here is real or costs anything. */
  emulator: boolean
  /** `AUTH=off`: whoever reaches this machine's loopback address may do everything. */
  open: boolean
  /** The button of the navigation, where it has no room at the side. */
  navigation: ReactNode
  /** Account, language and theme, at the right. */
  children: ReactNode
}

export function TopBar({ emulator, open, navigation, children }: TopBarProps) {
  const t = useTranslations()
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 bg-bar px-3 text-label text-bar-ink sm:gap-5 sm:px-5">
      {navigation}
      <Link
        href={routes.instances()}
        prefetch={false}
        className="truncate rounded-control font-semibold max-sm:sr-only"
      >
        {t('app.name')}
      </Link>
      {emulator && (
        <span
          title={t('shell.emulatorHint')}
          className="shrink-0 rounded-[3px] bg-emulator-soft px-1.5 py-0.5 text-hint font-medium whitespace-nowrap text-emulator sm:px-2"
        >
          {t('shell.emulator')}
        </span>
      )}
      {open && (
        <span
          title={t('shell.openHint')}
          className="rounded-[3px] border border-bar-line px-2 py-0.5 text-hint whitespace-nowrap max-md:sr-only"
        >
          {t('shell.open')}
        </span>
      )}
      <div className="ml-auto flex items-center sm:gap-1">{children}</div>
    </header>
  )
}
