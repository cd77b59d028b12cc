'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useAddressState } from '@/components/ui/use-address-state'
import { type Account, useOwnAccount } from '@/components/write/account-context'

import { useSwitch } from './use-switch'

/** The parameter of a copied link that names the account whose view it is. */
export const ACCOUNT = 'account'

/** How a link names an account: its number, or where that is not known the name of its profile. */
export const idOf = ({ name, accountId }: Account): string => accountId ?? name

/** A link that was made in another account says so and offers to go there. */
export function LinkAccount() {
  const t = useTranslations('shell.link')
  const own = useOwnAccount()
  const [wanted, setWanted] = useAddressState(ACCOUNT)
  const current = own?.accounts.find(({ name }) => name === own.profile)
  const isCurrent = current !== undefined && wanted === idOf(current)
  useEffect(() => {
    if (isCurrent) setWanted(undefined)
  })
  if (!own || !current || wanted === undefined || isCurrent) return null
  const there = own.accounts.find((account) => idOf(account) === wanted)
  return (
    <div className="mb-4 max-w-240">
      <Alert
        tone="warning"
        title={t('title', { account: wanted.slice(0, 40) })}
        actions={
          <>
            {there && <OpenAs account={there} />}
            <Button variant="link" onClick={() => setWanted(undefined)}>
              {t('stay')}
            </Button>
          </>
        }
      >
        {t(there ? 'body' : 'unknown', { account: idOf(current) })}
      </Alert>
    </div>
  )
}

/** What is not there for this account may be for another one of the console. */
export function OtherAccounts() {
  const own = useOwnAccount()
  const others = own?.accounts.filter(({ name }) => name !== own.profile) ?? []
  if (others.length === 0) return null
  return (
    <span className="mt-2 flex flex-wrap justify-center gap-x-4">
      {others.map((account) => (
        <OpenAs key={account.name} account={account} />
      ))}
    </span>
  )
}

/** Chooses another account and opens the same address again. */
function OpenAs({ account }: { account: Account }) {
  const t = useTranslations('shell.link')
  const own = useOwnAccount()
  const { pending, change } = useSwitch()
  if (!own) return null
  return (
    <Button
      variant="link"
      pending={pending}
      onClick={() =>
        change(
          () => own.setProfile({ profile: account.name }),
          // A full load: nothing read for one account may show for another.
          () => window.location.reload(),
        )
      }
    >
      {t('openAs', { account: idOf(account) })}
    </Button>
  )
}
