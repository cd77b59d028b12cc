'use client'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { Packed } from '@/lib/i18n/message'
import { useMessage } from '@/lib/i18n/use-message'

import { type Advice, useAdviceText } from './advice'
import { focusField } from './focus'

/** A warning that stands: of which field, and what it says. */
export interface Warning {
  path: string
  message: Packed
}

/** The warnings of a form's rules that its reader has not been shown yet by a press of OK. */
export const unseen = (advice: ReadonlyMap<string, Advice>, seen: ReadonlySet<string>): Warning[] =>
  [...advice]
    .filter(([, { severity }]) => severity === 'warning')
    .map(([path, { message }]) => ({ path, message }))
    .filter((warning) => !seen.has(keyOf(warning)))

/** What a warning is remembered by: another text at the same field is another warning. */
export const keyOf = ({ path, message }: Warning): string => `${path} ${message}`

interface WarningsProps {
  warnings: readonly Warning[]
  /** What the rules say now. */
  advice: () => ReadonlyMap<string, Advice>
}

/**
 * What OK found before it sent anything: once it has been seen, OK sends. What was mended since, or is not asked any
 * more, is not said any more.
 */
export function Warnings({ warnings: found, advice }: WarningsProps) {
  const t = useTranslations('ui.warnings')
  const translate = useMessage()
  const holds = ({ path, message }: Warning) => advice().get(path)?.message === message
  const standing = useAdviceText(() => found.filter(holds).map(keyOf).join('\n')).split('\n')
  const warnings = found.filter((each) => standing.includes(keyOf(each)))
  if (warnings.length === 0) return null
  // Two fields with the same fault are one line, which leads to the first of them.
  const lines = [...new Map(warnings.toReversed().map((each) => [each.message, each])).values()]
  return (
    <output data-warnings className="block scroll-mb-20">
      <Alert tone="warning" title={t('title', { count: lines.length })}>
        {t('body')}
        <ul className="mt-1 list-disc pl-5">
          {lines.toReversed().map(({ path, message }) => (
            <li key={path}>
              <Button
                variant="link"
                className="text-left whitespace-normal!"
                onClick={() => focusField(path)}
              >
                {translate(message)}
              </Button>
            </li>
          ))}
        </ul>
      </Alert>
    </output>
  )
}
