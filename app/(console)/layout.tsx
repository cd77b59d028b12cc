import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { AccountSwitch } from '@/components/shell/account-switch'
import { FocusKeeper } from '@/components/shell/focus-keeper'
import { LateOperationNotices } from '@/components/shell/late-operation-notices'
import { Leaving } from '@/components/shell/leaving'
import { LinkAccount } from '@/components/shell/link-account'
import { NavButton } from '@/components/shell/nav-button'
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
    <AccountProvider accounts={profiles} profile={profile} setProfile={setProfile}>
      <SkipLink />
      <TopBar
        emulator={env.CLOUD === 'emulator'}
        navigation={<NavButton rehearsing={isRehearsing()} />}
      >
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
        <main
          id="main"
          tabIndex={-1}
          className="min-h-[calc(100vh-48px)] min-w-0 flex-1 px-4 pt-4 pb-6 outline-none sm:px-7"
        >
          <LinkAccount />
          {children}
        </main>
      </div>
      <FocusKeeper />
      <Leaving />
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
