'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'

import type { LimitName, Limits } from '@/lib/people/limits'
import { allows, type Permission } from '@/lib/people/permissions'
import type { Role } from '@/lib/people/schema'
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
  /** What whoever is signed in may do; everything where nobody signs in. */
  role?: Role | undefined
  limits?: Limits | undefined
  /** Whether the account asks why something in it is changed. */
  asksReason: boolean
  /** The names of whom to ask for more. */
  administrators: readonly string[]
}

const AccountContext = createContext<OwnAccount | undefined>(undefined)

/** Lets whatever a page shows go back to the account the page was made for, and know what its reader may do. */
export function AccountProvider({ children, ...own }: OwnAccount & { children: ReactNode }) {
  return <AccountContext value={own}>{children}</AccountContext>
}

export const useOwnAccount = () => use(AccountContext)

/**
 * Why whoever reads the page may not do something, and whom to ask; nothing when it is allowed. `beyond`: the limits
 * that it reaches beyond by itself.
 */
export function useRefusal(
  permission: Permission,
  beyond: readonly LimitName[] = [],
): string | undefined {
  const t = useTranslations('ui.refused')
  const format = useFormatter()
  const own = use(AccountContext)
  if (!own?.role) return undefined
  const isLimited = beyond.some((name) => own.limits?.[name])
  if (allows(own.role, permission) && !isLimited) return undefined
  const names = format.list(own.administrators, { type: 'disjunction' })
  return t(allows(own.role, permission) ? 'limits' : own.role, { names: names || t('somebody') })
}
