'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useRef } from 'react'

import { cx } from './cx'
import { IconButton } from './icon-button'
import { pressFirst } from './press-first'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** One sentence under the title. */
  description?: ReactNode
  children?: ReactNode
  /** OK first, then Cancel, at the left; Ctrl+Enter presses the first. */
  footer?: ReactNode
  width?: 'small' | 'large'
  /** An outside click or Escape does not close it: something irreversible is being decided or runs. */
  firm?: boolean
  /** The dialog itself unless given, so that its title is read first. */
  initialFocus?: RefObject<HTMLElement | null>
  /** What gets the focus when it closes: what had it before, unless given. */
  finalFocus?: HTMLElement | undefined
}

/** A modal dialog. None opens another one; what the shell asks of everybody may lie over it. */
export function Dialog({
  open,
  onClose,
  title,
  width = 'small',
  firm = false,
  finalFocus,
  ...rest
}: DialogProps) {
  const t = useTranslations('ui')
  const popup = useRef<HTMLDivElement>(null)
  return (
    <BaseDialog.Root
      open={open}
      disablePointerDismissal={firm}
      onOpenChange={(next) => !next && onClose()}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity motion data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          ref={popup}
          initialFocus={rest.initialFocus ?? popup}
          finalFocus={finalFocus ? () => finalFocus : true}
          onKeyDown={pressFirst}
          className={cx(
            'motion fixed top-[8vh] left-1/2 z-40 flex max-h-[84vh] w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-card border border-line bg-surface shadow-dialog outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
            width === 'large' ? 'max-w-265' : 'max-w-130',
          )}
        >
          <header className="flex items-start gap-3 px-6 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-panel font-semibold break-words">
                {title}
              </BaseDialog.Title>
              {rest.description && (
                <BaseDialog.Description className="mt-1 text-muted">
                  {rest.description}
                </BaseDialog.Description>
              )}
            </div>
            <IconButton icon={X} label={t('close')} onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5">{rest.children}</div>
          {rest.footer && (
            <footer className="flex items-center gap-2 border-t border-line px-6 py-3">
              {rest.footer}
            </footer>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
