import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import localFont from 'next/font/local'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'

import { Messages } from '@/components/messages/messages'
import { KEEP_EARLY_PRESSES } from '@/components/ui/early-presses'
import type { Namespace } from '@/lib/i18n/pick'
import { currentTheme } from '@/lib/preferences/cookies'
import { accessOfRequest } from '@/lib/request/access'
import { ACCOUNT_ATTRIBUTE } from '@/lib/request/account-header'

import './globals.css'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
})

const jetbrainsMono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains-mono',
  weight: '100 800',
})

/** What the shell and any failed read may have to say. */
const ALWAYS = [
  'app',
  'shell',
  'ui',
  'states',
  'resourceTypes',
  'rules.request',
  'rules.cloud',
  'rules.operation',
  'rules.reason',
  'operations.kind',
  'operations.mark',
  'palette',
  'attachment.light',
] as const satisfies readonly Namespace[]

export async function generateMetadata(): Promise<Metadata> {
  const name = (await getTranslations('app'))('name')
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: 'noindex',
    manifest: '/manifest.webmanifest',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await currentTheme()
  const access = await accessOfRequest()
  const policy = (await headers()).get('content-security-policy') ?? ''
  return (
    <html
      lang={await getLocale()}
      data-theme={theme}
      {...(access && { [`data-${ACCOUNT_ATTRIBUTE}`]: access.profile })}
      className={`${inter.variable} ${jetbrainsMono.variable}`}
    >
      <body>
        <script
          nonce={/'nonce-([^']+)'/.exec(policy)?.[1]}
          // A browser hides the nonce, so that it never looks the same as on the server.
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: KEEP_EARLY_PRESSES }}
        />
        <NextIntlClientProvider messages={{}}>
          <Messages of={ALWAYS}>{children}</Messages>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
