'use client'
import { ChevronDown, Cloud } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Menu } from '@/components/ui/menu'
import { Spinner } from '@/components/ui/spinner'
import { routes } from '@/lib/navigation/routes'
import type { ActionResult } from '@/lib/request/result'

import { useSwitch } from './use-switch'

interface Account {
  name: string
  accountId?: string
}

interface AccountSwitchProps {
  accounts: readonly Account[]
  /** The name of the one in use. */
  current: string
  setProfile: (input: { profile: string }) => Promise<ActionResult<void>>
}

/** Whose credentials the console uses. Choosing another starts over at the list of instances. */
export function AccountSwitch({ accounts, current, setProfile }: AccountSwitchProps) {
  const t = useTranslations('shell.account')
  const { pending, change } = useSwitch()
  const called = ({ name, accountId }: Account) => t('called', { account: accountId ?? name })
  const account = accounts.find(({ name }) => name === current) ?? { name: current }
  const shown = (
    <>
      <Cloud aria-hidden size={16} className="md:hidden" />
      <span className="max-md:sr-only">{called(account)}</span>
    </>
  )
  if (accounts.length < 2)
    return (
      <span title={called(account)} className="px-2 sm:px-2.5">
        {shown}
      </span>
    )
  const choose = (profile: string) =>
    // A full load: nothing read for one account may show for another.
    change(
      () => setProfile({ profile }),
      () => window.location.assign(routes.instances()),
    )
  return (
    <Menu
      label={`${called(account)}, ${t('switch')}`}
      className="inline-flex h-8 items-center gap-1.5 rounded-control px-2 transition-colors motion hover:bg-bar-line sm:px-2.5"
      items={accounts.map((each) => ({
        key: each.name,
        label: (
          <span className="flex items-baseline gap-2">
            {each.name}
            <span className="mono text-muted">{each.accountId}</span>
          </span>
        ),
        checked: each.name === current,
        onSelect: () => choose(each.name),
      }))}
    >
      {shown}
      {pending ? <Spinner /> : <ChevronDown aria-hidden size={14} />}
    </Menu>
  )
}
