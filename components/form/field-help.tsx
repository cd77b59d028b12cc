'use client'
import { Info } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { IconButton } from '@/components/ui/icon-button'
import { TextLink } from '@/components/ui/text-link'

interface FieldHelpProps {
  /** The name of the field. */
  label: string
  open: boolean
  onToggle: () => void
}

/**
 * Opens what a field is about. Out of the order of the Tab key, which leads through the fields: with the keyboard
 * F1 in the field does the same.
 */
export function FieldHelpButton({ label, open, onToggle }: FieldHelpProps) {
  const t = useTranslations('ui.fieldHelp')
  return (
    <IconButton
      icon={Info}
      size={13}
      label={t('open', { field: label })}
      aria-expanded={open}
      aria-keyshortcuts="F1"
      tabIndex={-1}
      data-help
      className="ml-0.5 align-middle"
      onClick={onToggle}
    />
  )
}

/** What a parameter is, what to choose, what the device must have alike, and where Alibaba says more. */
export function FieldHelp({ text, reference }: { text: string; reference: string | undefined }) {
  const t = useTranslations('ui.fieldHelp')
  return (
    <p className="mt-1 rounded-control bg-band px-2.5 py-1.5 text-hint text-ink">
      {text}{' '}
      {reference &&
        t.rich('reference', {
          name: reference.slice(reference.lastIndexOf('/') + 1),
          a: (name) => (
            <TextLink
              href={`https://api.alibabacloud.com/document/${reference}`}
              target="_blank"
              rel="noreferrer"
            >
              {name}
            </TextLink>
          ),
        })}
    </p>
  )
}
