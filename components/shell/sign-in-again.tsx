'use client'
import { useSyncExternalStore } from 'react'

import { opened } from '@/components/ui/late'
import { forgetSignedOut, signedOutStore } from '@/lib/people/signed-out'

import type { SignInDialogProps } from './sign-in-dialog'

const SignInDialog = opened(() => import('./sign-in-dialog').then((m) => m.SignInDialog))

/**
 * Asks whoever the page belongs to for the password when the session has ended. The page stays as it is, with all that
 * was typed on it: a key could be kept nowhere else.
 */
export function SignInAgain(props: Omit<SignInDialogProps, 'onClose'>) {
  const { subscribe, read, readOnServer } = signedOutStore
  if (!useSyncExternalStore(subscribe, read, readOnServer)) return null
  return <SignInDialog {...props} onClose={forgetSignedOut} />
}
