'use client'
import { createContext, type ReactNode, use } from 'react'

import type { ActionResult } from '@/lib/request/result'

export interface Account {
  /** Of its credential profile. */
  name: string
  accountId?: string
}

interface OwnAccount {
  /** All that the console has credentials of. */
  accounts: readonly Account[]
  /** The account the page was made for. */
  profile: string
  setProfile: (input: { profile: string }) => Promise<ActionResult<void>>
}

const AccountContext = createContext<OwnAccount | undefined>(undefined)

/** Lets whatever a page shows go back to the account the page was made for. */
export function AccountProvider({ children, ...own }: OwnAccount & { children: ReactNode }) {
  return <AccountContext value={own}>{children}</AccountContext>
}

export const useOwnAccount = () => use(AccountContext)
