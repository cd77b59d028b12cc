'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { cx } from '@/components/ui/cx'
import { saveFile } from '@/components/ui/save-file'
import type { Part } from '@/lib/peer-config/device'

/** The text of a device, part by part: to copy, to keep as files, to print. */
export function DeviceText({ parts, name }: { parts: readonly Part[]; name: string }) {
  const t = useTranslations('peerConfig')
  const [wraps, setWraps] = useState(false)
  return (
    <div className="printable flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <Checkbox checked={wraps} onChange={() => setWraps(!wraps)}>
          {t('wrap')}
        </Checkbox>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
      {parts.map(({ kind, file, text }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a device keep their order
        <section key={index} aria-label={file ?? t(`part.${kind}`)}>
          <header className="mb-1 flex flex-wrap items-baseline gap-x-3">
            <h3 className="text-label font-semibold">{t(`part.${kind}`)}</h3>
            {file && <Code className="text-muted">{file}</Code>}
            <span className="ml-auto flex items-center gap-2 print:hidden">
              <CopyButton text={text} what={file ?? t('copyName')} />
              <Button
                variant="link"
                onClick={() => saveFile(fileName(name, kind, file), `${text}\n`)}
              >
                {t('download')}
              </Button>
            </span>
          </header>
          {kind === 'rekey' && <p className="mb-1 text-hint text-faint">{t('rekeyNote')}</p>}
          <pre
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys
            tabIndex={0}
            className={cx(
              'max-h-120 overflow-auto rounded-card border border-line bg-sunken p-3 mono print:max-h-none',
              wraps ? 'break-all whitespace-pre-wrap' : 'whitespace-pre print:whitespace-pre-wrap',
            )}
          >
            <Highlighted text={text} />
          </pre>
        </section>
      ))}
    </div>
  )
}

/** Comments step back; what has to be filled in steps forward. */
function Highlighted({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the lines of a text keep their order
    <span key={index} className={cx('block min-h-5', /^\s*[#!]/.test(line) && 'text-faint')}>
      {line.split(/(<[a-z0-9-]+>)/).map((piece, at) =>
        at % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of a line keep their order
          <mark key={at} className="bg-warning-soft text-warning">
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </span>
  ))
}

const fileName = (name: string, kind: Part['kind'], file: string | undefined): string =>
  file?.split('/').at(-1) ?? `${name}-${kind}.txt`
