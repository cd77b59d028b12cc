import { useTranslations } from 'next-intl'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { setLocale, setTheme } from '@/app/actions'
import { LocaleSwitch, ThemeSwitch } from '@/components/shell/preference-switches'
import { TopBar } from '@/components/shell/top-bar'
import { currentTheme } from '@/lib/preferences/cookies'
import { env } from '@/lib/process/env'

/** The pages for who is not signed in yet; there are none where nobody has to. */
export default async function OpenLayout({ children }: { children: ReactNode }) {
  if (env.AUTH === 'off') notFound()
  return (
    <>
      <TopBar emulator={env.CLOUD === 'emulator'} open={false} navigation={null}>
        <LocaleSwitch setLocale={setLocale} />
        <ThemeSwitch theme={await currentTheme()} setTheme={setTheme} />
      </TopBar>
      <div className="flex min-h-[calc(100vh-48px)] flex-col px-7">
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-160 flex-1 pt-[10vh] outline-none"
        >
          <div className="rounded-card border border-line px-6 py-5">{children}</div>
        </main>
        <Footer />
      </div>
    </>
  )
}

function Footer() {
  return <footer className="py-4 text-hint text-faint">{useTranslations('shell')('footer')}</footer>
}
