'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'

import { Button } from './button'
import { Dialog } from './dialog'
import { isTyped, TypedName } from './typed-name'

export interface ConfirmDialogProps {
  open: boolean
  title: ReactNode
  /** What happens if it goes on. */
  children?: ReactNode
  confirmLabel: string
  danger?: boolean
  width?: 'small' | 'large'
  /** Must be typed before the button acts: the name or id of what is lost. */
  typed?: string
  pending?: boolean
  /** Shown above the buttons; the dialog stays open. */
  error?: ReactNode
  /** Why it cannot be done; the button then does nothing. */
  reason?: string | undefined
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog({
  open,
  title,
  children,
  typed,
  error,
  ...rest
}: ConfirmDialogProps) {
  const t = useTranslations('ui')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const matches = typed === undefined || isTyped(text, typed)
  const close = () => {
    setText('')
    rest.onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      firm
      width={rest.width ?? 'small'}
      {...(typed !== undefined && { initialFocus: input })}
      footer={
        <>
          <Button
            variant={rest.danger ? 'danger' : 'primary'}
            pending={rest.pending ?? false}
            disabled={!matches}
            reason={rest.reason}
            onClick={rest.onConfirm}
          >
            {rest.confirmLabel}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
          <span className="ml-2 text-label text-faint max-sm:hidden">{t('submitKey')}</span>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {children}
        {typed !== undefined && <TypedName ref={input} name={typed} text={text} onText={setText} />}
        {error}
      </div>
    </Dialog>
  )
}
