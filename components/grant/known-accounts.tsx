'use client'
import { Button } from '@/components/ui/button'

interface KnownAccountsProps {
  /** What they are, before them. */
  label: string
  accounts: readonly string[]
  onChoose: (account: string) => void
}

/** Account ids that are known, one press each instead of 16 digits. */
export function KnownAccounts({ label, accounts, onChoose }: KnownAccountsProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {label}
      {accounts.map((account) => (
        <Button key={account} variant="link" className="mono" onClick={() => onChoose(account)}>
          {account}
        </Button>
      ))}
    </span>
  )
}
