'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'

import { opened } from '@/components/ui/late'
import { Press } from '@/components/ui/press'

import { useCopyLink } from './use-copy-link'

// Its list and the reading of everything weigh more than the bar it stands in.
const Palette = opened(() => import('./palette').then((m) => m.Palette))

/** Opens the palette, by hand or by Ctrl+K from anywhere. */
export function PaletteButton() {
  const t = useTranslations('shell')
  const [open, setOpen] = useState(false)
  const copyLink = useEffectEvent(useCopyLink())
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === '.' && !isTyping(event)) copyLink()
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      if (event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <Press
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="inline-flex h-8 items-center gap-2 rounded-control border border-bar-line px-2 transition-colors motion hover:bg-bar-line sm:mr-2 sm:px-2.5"
      >
        <Search aria-hidden size={14} />
        <span className="max-lg:sr-only">{t('goTo')}</span>
        <kbd aria-hidden className="mono text-hint opacity-75 max-lg:hidden">
          Ctrl K
        </kbd>
      </Press>
      {open && <Palette onClose={() => setOpen(false)} />}
    </>
  )
}

/** A key that is meant for a text, for a dialog, or together with others. */
const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  ctrlKey ||
  metaKey ||
  altKey ||
  (target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null)
