'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

import { giveBackFocus } from './focus'
import { IconButton } from './icon-button'
import { pressFirst } from './press-first'

/** A dialog or a list over the drawer takes Escape first. */
const popupIsOpen = () =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=listbox], [role=menu]') !== null

interface DrawerProps {
  title: ReactNode
  /** Under the title: a status, an id. */
  subtitle?: ReactNode
  /** Closes it: Escape, the cross. The caller unmounts it or leaves its address. */
  onClose: () => void
  /** Tabs, straight under the header. */
  tabs?: ReactNode
  children: ReactNode
  /** OK first, then Cancel; Ctrl+Enter presses the first. */
  footer?: ReactNode
  /** Under what scrolls: it comes and goes without moving it. */
  below?: ReactNode
}

/**
 * The right-hand panel over a page. Not modal: the page beside it stays in use. It takes the focus
 * when it opens and gives it back when it goes. Render it outside any form.
 */
export function Drawer({ title, subtitle, onClose, tabs, children, footer, below }: DrawerProps) {
  const t = useTranslations('ui')
  const id = useId()
  const root = useRef<HTMLElement>(null)
  // Before a field inside takes the focus for itself.
  const [before] = useState(() => (typeof document === 'undefined' ? null : document.activeElement))
  useEffect(() => {
    if (!root.current?.contains(document.activeElement)) root.current?.focus()
    return () => giveBackFocus(before)
  }, [before])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !popupIsOpen()) onClose()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in it
    <aside
      ref={root}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={pressFirst}
      className="fixed inset-y-0 top-12 right-0 z-30 flex w-155 max-w-full flex-col border-l border-line bg-surface shadow-panel outline-none"
    >
      <header className="flex items-start gap-3 px-6 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-panel font-semibold break-words">
            {title}
          </h2>
          {subtitle && <div className="mt-0.5">{subtitle}</div>}
        </div>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      {tabs && <div className="px-6">{tabs}</div>}
      <div className="min-h-0 flex-1 overflow-y-auto px-6 py-4">{children}</div>
      {below}
      {footer && (
        <footer className="flex items-center gap-2 border-t border-line px-6 py-3">{footer}</footer>
      )}
    </aside>
  )
}
