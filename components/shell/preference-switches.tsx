'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useLocale, useNow, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent } from 'react'

import { cx } from '@/components/ui/cx'
import { Press } from '@/components/ui/press'
import { useZone } from '@/components/ui/time'
import { Tooltip } from '@/components/ui/tooltip'
import { type Locale, locales } from '@/lib/i18n/locale'
import { localZone, offsetOf, UTC } from '@/lib/i18n/time'
import { type Theme, themes } from '@/lib/preferences/theme'
import type { ActionResult } from '@/lib/request/result'

import { useSwitch } from './use-switch'

const button =
  'motion inline-flex h-8 items-center rounded-control px-2 sm:px-2.5 transition-colors hover:bg-bar-line aria-busy:opacity-60'

const inNavigation =
  'mx-5 inline-flex h-8 items-center rounded-control text-label hover:text-brand aria-busy:opacity-60'

const icons = { system: Monitor, light: Sun, dark: Moon } satisfies Record<Theme, unknown>

/** The one after `current`, round and round. */
function next<T>(values: readonly [T, ...T[]], current: T): T {
  return values[(values.indexOf(current) + 1) % values.length] ?? values[0]
}

interface ThemeSwitchProps {
  theme: Theme
  setTheme: (input: { theme: Theme }) => Promise<ActionResult<void>>
}

/** Goes from the system's theme to light to dark. The answer of the action brings the page in the new theme. */
export function ThemeSwitch({ theme, setTheme }: ThemeSwitchProps) {
  const t = useTranslations('shell.theme')
  const { pending, change } = useSwitch()
  const Icon = icons[theme]
  const label = t('label', { theme: t(theme) })
  return (
    <Tooltip text={label}>
      <Press
        aria-label={label}
        aria-busy={pending}
        className={button}
        onClick={() => change(() => setTheme({ theme: next(themes, theme) }))}
      >
        <Icon aria-hidden size={16} />
      </Press>
    </Tooltip>
  )
}

interface ClockSwitchProps {
  setZone: (input: { timeZone: string }) => Promise<ActionResult<void>>
  /** In the bar there is room for the distance from UTC only, on a narrow page for none. */
  place: 'bar' | 'navigation'
}

/** Goes from UTC to the local time of this machine and back. The answer of the action brings the page with its times. */
export function ClockSwitch({ setZone, place }: ClockSwitchProps) {
  const t = useTranslations('shell.clock')
  const { pending, change } = useSwitch()
  const zone = useZone()
  const offset = offsetOf(useNow().getTime(), zone)
  // Who has travelled reads the time of the place.
  const follow = useEffectEvent(() => {
    if (place === 'bar' && zone !== UTC && zone !== localZone())
      change(() => setZone({ timeZone: localZone() }))
  })
  useEffect(() => follow(), [])
  const label = t('label', { zone: zone === UTC ? UTC : t('local', { offset }) })
  return (
    <Tooltip text={label}>
      <Press
        aria-label={label}
        aria-busy={pending}
        className={place === 'bar' ? cx(button, 'whitespace-nowrap max-md:hidden') : inNavigation}
        onClick={() => change(() => setZone({ timeZone: zone === UTC ? localZone() : UTC }))}
      >
        {place === 'bar' ? offset : label}
      </Press>
    </Tooltip>
  )
}

interface LocaleSwitchProps {
  setLocale: (input: { locale: Locale }) => Promise<ActionResult<void>>
  /** `bar`: unless the page is too narrow; then `navigation` has it. Else it is always there. */
  place?: 'bar' | 'navigation'
}

const names: Record<Locale, string> = { en: 'English', 'zh-CN': '中文' }

const marks: Record<Locale, ReactNode> = { en: names.en, 'zh-CN': <ChineseMark /> }

/** The two characters of `names` as lines: the machine of someone who reads English may have no font for them. */
function ChineseMark() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 32 16"
      width={28}
      height={14}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M1.5 4h12v6h-12zM7.5 1v14.2" />
      <path d="M23.6 1l1.2 2.2M18 4.4h13M28.2 4.6c-1 4.6-4.6 8.6-9.8 10.4M20.8 4.6c1 4.6 4.6 8.6 9.8 10.4" />
    </svg>
  )
}

export function LocaleSwitch({ setLocale, place }: LocaleSwitchProps) {
  const { pending, change } = useSwitch()
  const other = next(locales, useLocale())
  return (
    <Press
      lang={other}
      aria-label={names[other]}
      aria-busy={pending}
      className={
        place === 'navigation'
          ? cx(inNavigation, 'sm:hidden')
          : cx(button, 'whitespace-nowrap', place === 'bar' && 'max-sm:hidden')
      }
      onClick={() => change(() => setLocale({ locale: other }))}
    >
      {marks[other]}
    </Press>
  )
}
