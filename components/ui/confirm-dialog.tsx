'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'

import { Button } from './button'
import { Dialog } from './dialog'
import { Input } from './input'

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
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const matches = typed === undefined || text.trim() === typed
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
        {typed !== undefined && (
          <div className="flex flex-col gap-1.5">
            <label htmlFor={id} className="text-label">
              {t.rich('confirm.type', {
                name: typed,
                b: (chunk) => <b className="mono font-semibold">{chunk}</b>,
              })}
            </label>
            <Input
              ref={input}
              id={id}
              mono
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="max-w-80"
            />
          </div>
        )}
        {error}
      </div>
    </Dialog>
  )
}
