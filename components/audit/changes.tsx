'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { useChangeWords } from '@/components/resource/change-words'
import { NamingObjects } from '@/components/resource/object-name'
import { Button } from '@/components/ui/button'
import type { Change } from '@/lib/operations/schema'

/** So many stand in a row of a table; the others are one press away. */
const SHOWN = 4

/** What a write changes, setting by setting, in the words of the forms. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('audit')
  const ui = useTranslations('ui.change')
  const tell = useChangeWords()
  const [isWhole, setWhole] = useState(false)
  const told = tell(changes)
  if (told.length === 0) return '-'
  const few = isWhole || told.length <= SHOWN + 1 ? told : told.slice(0, SHOWN)
  return (
    <>
      <dl className="max-w-120 min-w-60 text-hint">
        {few.map(({ key, label, from, to, nothing }) => (
          <div key={key}>
            <dt className="inline text-muted">{ui('of', { label })}</dt>
            <dd className="inline break-words">
              {from && (
                <>
                  <NamingObjects text={from} /> <span aria-hidden>→</span>{' '}
                  <span className="sr-only">{t('becomes')}</span>{' '}
                </>
              )}
              <NamingObjects text={to || nothing} />
            </dd>
          </div>
        ))}
      </dl>
      {(isWhole || few.length < told.length) && (
        <Button variant="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('more', { count: told.length - few.length })}
        </Button>
      )}
    </>
  )
}
