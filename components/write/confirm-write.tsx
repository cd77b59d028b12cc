'use client'
import { ConfirmDialog, type ConfirmDialogProps } from '@/components/ui/confirm-dialog'

import { Reason } from './reason'

/** Asks before something is written: what happens, and why it is done. */
export function ConfirmWrite({
  children,
  ofOneself,
  ...rest
}: ConfirmDialogProps & {
  /** It is about oneself and the console: nobody asks why. */
  ofOneself?: boolean
}) {
  return (
    <ConfirmDialog {...rest}>
      {children}
      {!ofOneself && <Reason />}
    </ConfirmDialog>
  )
}
