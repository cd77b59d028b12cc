import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { AccountSwitch } from '@/components/shell/account-switch'
import { LateOperationNotices } from '@/components/shell/late-operation-notices'
import { Notifications } from '@/components/shell/notifications'
import { PaletteButton } from '@/components/shell/palette-button'
import { LocaleSwitch, ThemeSwitch } from '@/components/shell/preference-switches'
import { SideNav } from '@/components/shell/side-nav'
import { TopBar } from '@/components/shell/top-bar'
import { AccountProvider } from '@/components/write/account-context'
import { currentTheme, isNavigationOpen } from '@/lib/preferences/cookies'
import { env } from '@/lib/process/env'
import { isRehearsing } from '@/lib/rehearsal/sites'
import { currentAccess, profiles } from '@/lib/request/access'

import { setLocale, setNavigation, setProfile, setTheme } from './actions'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { profile } = await currentAccess()
  return (
    <AccountProvider profile={profile} setProfile={setProfile}>
      <SkipLink />
      <TopBar emulator={env.CLOUD === 'emulator'}>
        <PaletteButton />
        <AccountSwitch accounts={profiles} current={profile} setProfile={setProfile} />
        <LocaleSwitch setLocale={setLocale} />
        <ThemeSwitch theme={await currentTheme()} setTheme={setTheme} />
      </TopBar>
      <div className="flex">
        <SideNav
          open={await isNavigationOpen()}
          rehearsing={isRehearsing()}
          setNavigation={setNavigation}
        />
        <div className="flex min-h-[calc(100vh-48px)] min-w-0 flex-1 flex-col px-7">
          <main id="main" tabIndex={-1} className="flex-1 pt-4 outline-none">
            {children}
          </main>
          <Footer />
        </div>
      </div>
      <Notifications />
      <LateOperationNotices profile={profile} />
    </AccountProvider>
  )
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-50 bg-surface px-4 py-2 text-brand focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {useTranslations('shell')('skip')}
    </a>
  )
}

function Footer() {
  return <footer className="py-4 text-hint text-faint">{useTranslations('shell')('footer')}</footer>
}
