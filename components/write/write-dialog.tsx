'use client'
import type { ComponentProps } from 'react'

import type { ActionResult } from '@/lib/request/result'

import { ConfirmWrite } from './confirm-write'
import { FailureAlert } from './failure-alert'
import { useWrite, type WriteWords } from './use-write'

interface WriteDialogProps<Input> extends Pick<
  ComponentProps<typeof ConfirmWrite>,
  'ofOneself' | 'title' | 'confirmLabel' | 'danger' | 'typed' | 'children' | 'onClose'
> {
  words: WriteWords
  action: (input: Input, nonce: string) => Promise<ActionResult<unknown>>
  input: Input
  /** What follows when it is done, instead of closing. */
  onDone?: () => void
}

/** Asks before one write; a write that fails is said in the dialog, which stays. */
export function WriteDialog<Input>({
  words,
  action,
  input,
  onDone,
  ...asked
}: WriteDialogProps<Input>) {
  const { write, pending, failure } = useWrite()
  const run = async () => {
    const { ok } = await write(words, action, input)
    if (ok) (onDone ?? asked.onClose)()
  }
  return (
    <ConfirmWrite
      open
      {...asked}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
    />
  )
}
