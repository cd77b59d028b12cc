'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { IconButton } from './icon-button'

/** How long "copied" stays, in milliseconds. */
const COPIED = 1600

type CopyButtonProps =
  | {
      text: string
      /** What is copied, for its name: "Copy tr-attach-…". The text itself when left out. */
      what?: string
    }
  | {
      /** A text that is long to make is made when it is copied. */
      text: () => string
      what: string
    }

export function CopyButton(props: CopyButtonProps) {
  const { text } = props
  const what = props.what ?? (typeof text === 'string' ? text : '')
  const t = useTranslations('ui')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), COPIED)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <span className="inline-flex align-middle">
      <IconButton
        icon={copied ? Check : Copy}
        size={13}
        label={copied ? t('copied') : t('copy', { what })}
        onClick={() =>
          void navigator.clipboard
            .writeText(typeof text === 'string' ? text : text())
            .then(() => setCopied(true))
        }
      />
      <output className="sr-only">{copied && t('copied')}</output>
    </span>
  )
}
