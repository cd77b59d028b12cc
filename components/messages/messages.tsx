import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

import { type Namespace, pick } from '@/lib/i18n/pick'

import { MergedMessages } from './merged-messages'

interface MessagesProps {
  /** Beside those of the shell, which every page has. */
  of: readonly Namespace[]
  children: ReactNode
}

/** Gives the client components below it their own part of the catalogue. */
export async function Messages({ of, children }: MessagesProps) {
  return <MergedMessages messages={pick(await getMessages(), of)}>{children}</MergedMessages>
}
