'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { TitledList } from '@/components/query/titled-list'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { useWrite } from '@/components/write/use-write'
import { factorList } from '@/lib/people/queries'
import type { OwnFactor, Person } from '@/lib/people/schema'

import { beginAuthenticator } from './actions'
import { useFactorColumns } from './factor-columns'

const SetUpApp = opened(() => import('./set-up-app').then((m) => m.SetUpApp))
const AddPasskey = opened(() => import('./add-passkey').then((m) => m.AddPasskey))
const RemoveFactor = opened(() => import('./remove-factor').then((m) => m.RemoveFactor))

type Opened =
  | { made: { secret: string; address: string } }
  | { removed: OwnFactor }
  | 'new passkey'
  | undefined

interface FactorsProps {
  /** Whether an administrator asks for one, and whether it is there. */
  asked: Person['secondFactor']
  /** The name that a new passkey is for; none where the console is reached by an address. */
  host: string | undefined
}

/** What a person has beside the password. */
export function Factors({ asked, host }: FactorsProps) {
  const t = useTranslations('account.factors')
  const factors = useQuery(factorList())
  const [opened, setOpened] = useState<Opened>()
  const { write, pending } = useWrite()
  const close = () => setOpened(undefined)
  const setUp = async () => {
    const made = await write({ running: t('making'), done: t('made') }, beginAuthenticator, {})
    if (made.ok) setOpened({ made: made.value })
  }
  const hasApp = factors.data?.some(({ kind }) => kind === 'totp')
  const last = asked === 'required' && factors.data?.length === 1 ? t('last') : undefined
  return (
    <>
      <TitledList
        name="factors"
        title={t('title')}
        list={factors}
        notice={
          asked === 'missing' && (
            <Alert tone="warning" title={t('missing.title')}>
              {t('missing.body')}
            </Alert>
          )
        }
        rowId={({ kind, passkey }) => passkey?.passkeyId ?? kind}
        empty={<EmptyState title={t('empty')} />}
        actions={
          <>
            <Button
              reason={host === undefined ? t('passkey.noName') : undefined}
              onClick={() => setOpened('new passkey')}
            >
              {t('passkey.add')}
            </Button>
            <Button
              variant={asked === 'missing' ? 'primary' : 'normal'}
              pending={pending}
              onClick={() => void setUp()}
            >
              {t(hasApp ? 'replace' : 'setUp')}
            </Button>
          </>
        }
        columns={useFactorColumns(last, (removed) => setOpened({ removed }))}
      />
      {opened === 'new passkey' && <AddPasskey onClose={close} />}
      {typeof opened === 'object' && 'made' in opened && (
        <SetUpApp made={opened.made} onClose={close} />
      )}
      {typeof opened === 'object' && 'removed' in opened && (
        <RemoveFactor factor={opened.removed} onClose={close} />
      )}
    </>
  )
}
