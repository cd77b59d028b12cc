'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'

import { cx } from '@/components/ui/cx'
import { Tooltip } from '@/components/ui/tooltip'
import { type Locale, locales } from '@/lib/i18n/locale'
import { type Theme, themes } from '@/lib/preferences/theme'
import type { ActionResult } from '@/lib/request/result'

const button =
  'motion inline-flex h-8 items-center rounded-control px-2.5 transition-colors hover:bg-bar-line aria-busy:opacity-60'

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
  const [pending, start] = useTransition()
  const Icon = icons[theme]
  const label = t('label', { theme: t(theme) })
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        aria-busy={pending}
        className={button}
        onClick={() => start(async () => void (await setTheme({ theme: next(themes, theme) })))}
      >
        <Icon aria-hidden size={16} />
      </button>
    </Tooltip>
  )
}

interface LocaleSwitchProps {
  setLocale: (input: { locale: Locale }) => Promise<ActionResult<void>>
}

const names: Record<Locale, string> = { en: 'English', 'zh-CN': '中文' }

export function LocaleSwitch({ setLocale }: LocaleSwitchProps) {
  const [pending, start] = useTransition()
  const other = next(locales, useLocale())
  return (
    <button
      type="button"
      lang={other}
      aria-busy={pending}
      className={cx(button, 'whitespace-nowrap')}
      onClick={() => start(async () => void (await setLocale({ locale: other })))}
    >
      {names[other]}
    </button>
  )
}
