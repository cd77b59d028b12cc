'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { IconButton } from './icon-button'

/** How long "copied" stays, in milliseconds. */
const COPIED = 1600

interface CopyButtonProps {
  text: string
  /** What is copied, for its name: "Copy tr-attach-…". The text itself when left out. */
  what?: string
}

export function CopyButton({ text, what = text }: CopyButtonProps) {
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
        className="size-5"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      />
      <output className="sr-only">{copied && t('copied')}</output>
    </span>
  )
}
