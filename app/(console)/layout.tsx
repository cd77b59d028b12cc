import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import {
  beginPasskeySignIn,
  setLocale,
  setTheme,
  setZone,
  signIn,
  signInByPasskey,
} from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { AccountSwitch } from '@/components/shell/account-switch'
import { FocusKeeper } from '@/components/shell/focus-keeper'
import { LateOperationNotices } from '@/components/shell/late-operation-notices'
import { Leaving } from '@/components/shell/leaving'
import { LinkAccount } from '@/components/shell/link-account'
import { NavButton } from '@/components/shell/nav-button'
import { Notifications } from '@/components/shell/notifications'
import { PaletteButton } from '@/components/shell/palette-button'
import { PersonMenu } from '@/components/shell/person-menu'
import { ClockSwitch, LocaleSwitch, ThemeSwitch } from '@/components/shell/preference-switches'
import { ProveAgain } from '@/components/shell/prove-again'
import { ReasonButton } from '@/components/shell/reason-button'
import { SideNav } from '@/components/shell/side-nav'
import { SignInAgain } from '@/components/shell/sign-in-again'
import { TopBar } from '@/components/shell/top-bar'
import { Alert } from '@/components/ui/alert'
import { ViewActionsProvider } from '@/components/views/view-actions'
import { AccountProvider } from '@/components/write/account-context'
import { administratorNames } from '@/lib/people/administrators'
import { relyingParty } from '@/lib/people/own-origin'
import { allows } from '@/lib/people/permissions'
import { asksReason, profilesOpenTo } from '@/lib/people/profiles'
import { currentTheme, isNavigationOpen } from '@/lib/preferences/cookies'
import { env } from '@/lib/process/env'
import { providerName } from '@/lib/process/environment'
import { isRehearsing } from '@/lib/rehearsal/sites'
import { accessBeforeFactor } from '@/lib/request/access'

import { beginPasskeyProof, prove, setNavigation, setProfile, signOut } from './actions'
import { forgetView, keepView, nameView } from './view-actions'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { profile, person } = await accessBeforeFactor()
  const accounts = profilesOpenTo(person)
  const provider = providerName(env)
  const passkey = (await relyingParty()) && { begin: beginPasskeySignIn, end: signInByPasskey }
  // Nothing is open to such a person but the own account, and nothing is read for it.
  const lacksFactor = person?.secondFactor === 'missing'
  const maySayWhy = !person || allows(person.role, 'tags.write')
  const administrators = person && person.role !== 'administrator' ? await administratorNames() : []
  return (
    <AccountProvider
      accounts={accounts}
      profile={profile}
      setProfile={setProfile}
      role={person?.role}
      limits={person?.limits}
      asksReason={asksReason(profile)}
      administrators={administrators}
    >
      <SkipLink />
      <TopBar
        emulator={env.CLOUD === 'emulator'}
        open={env.AUTH === 'off'}
        navigation={
          <NavButton rehearsing={isRehearsing()}>
            <ClockSwitch setZone={setZone} place="navigation" />
            <LocaleSwitch setLocale={setLocale} place="navigation" />
            {maySayWhy && <ReasonButton place="navigation" />}
          </NavButton>
        }
      >
        <PaletteButton />
        {maySayWhy && <ReasonButton place="bar" />}
        <AccountSwitch accounts={accounts} current={profile} setProfile={setProfile} />
        <ClockSwitch setZone={setZone} place="bar" />
        <LocaleSwitch setLocale={setLocale} place="bar" />
        <ThemeSwitch theme={await currentTheme()} setTheme={setTheme} />
        {person && (
          <PersonMenu
            name={person.name}
            administrates={allows(person.role, 'people.read')}
            signOut={signOut}
          />
        )}
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
          {accounts.length === 0 && !lacksFactor && <NoAccount administrators={administrators} />}
          <ViewActionsProvider actions={{ keepView, nameView, forgetView }}>
            {children}
          </ViewActionsProvider>
        </main>
      </div>
      <FocusKeeper />
      <Leaving />
      <Notifications />
      {!lacksFactor && <LateOperationNotices profile={profile} />}
      {person && (
        // Over every page, whatever words it brings itself.
        <Messages of={['rules.form', 'rules.people']}>
          <ProveAgain
            email={person.email}
            provider={provider}
            prove={prove}
            beginPasskey={beginPasskeyProof}
          />
          <SignInAgain email={person.email} provider={provider} signIn={signIn} passkey={passkey} />
        </Messages>
      )}
    </AccountProvider>
  )
}

/** Signed in, but no account is open to whoever it is. */
function NoAccount({ administrators }: { administrators: readonly string[] }) {
  const t = useTranslations()
  const names = useFormatter().list(administrators, { type: 'disjunction' })
  return (
    <div className="mb-4 max-w-240">
      <Alert tone="warning" title={t('shell.noAccount.title')}>
        {t('shell.noAccount.body', { names: names || t('ui.refused.somebody') })}
      </Alert>
    </div>
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
