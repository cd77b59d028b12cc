'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Updated } from '@/components/query/updated'
import { State, useStateWord } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { Code, CodeBlock } from '@/components/ui/code'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { Table } from '@/components/ui/table'
import { useWordList } from '@/components/ui/use-word-list'
import { type Role, roles } from '@/lib/people/schema'
import { policyOf } from '@/lib/ram/policy'
import { ramCheck } from '@/lib/ram/queries'
import type { RamAction } from '@/lib/ram/schema'

type Needed = Pick<RamAction, 'action' | 'for'>
type Row = Needed & Partial<RamAction>
type Key = Parameters<ReturnType<typeof useTranslations<'people.table.of'>>>[0]

/** Each action of RAM that the console needs, what became of trying it, and the policy of each role. */
export function RamPermissions({ needed }: { needed: readonly Needed[] }) {
  const t = useTranslations('ram')
  const of = useTranslations('people.table.of')
  const word = useStateWord()
  const list = useWordList()
  const query = useQuery(ramCheck())
  const { data, error, isFetching, refetch } = query
  const rows: Row[] = data ?? [...needed]
  const denied = data?.filter(({ verdict }) => verdict === 'denied').length
  const forWhat = (row: Needed) =>
    list(row.for.map((each) => of(each.replaceAll(/[.-]/g, '_') as Key)))
  const check = () => void refetch()
  return (
    <div className="flex flex-col gap-4">
      <Panel title={t('check.title')}>
        <p className="mb-3 max-w-200 text-muted">{t('check.how')}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" pending={isFetching} onClick={check}>
            {t(data ? 'check.again' : 'check.run')}
          </Button>
          <output className="text-label">
            {denied !== undefined && !isFetching && t('check.denied', { count: denied })}
          </output>
        </div>
        <div className="mt-4">
          <Table<Row>
            name="ram"
            label={t('title')}
            columns={[
              {
                id: 'action',
                header: t('columns.action'),
                value: ({ action }) => action,
                cell: ({ action }) => <Code>{action}</Code>,
              },
              {
                id: 'for',
                header: t('columns.for'),
                value: forWhat,
              },
              {
                id: 'state',
                header: t('columns.state'),
                value: ({ verdict }) => (verdict ? word('ram', verdict) : '-'),
                cell: ({ verdict, code }) =>
                  verdict ? (
                    <>
                      <State kind="ram" of={verdict} />
                      {code && verdict !== 'allowed' && (
                        <Code className="block text-hint text-muted">{code}</Code>
                      )}
                    </>
                  ) : (
                    '-'
                  ),
                choices: true,
                width: 'min-w-34',
              },
            ]}
            rows={rows}
            rowId={({ action }) => action}
            error={error}
            onRetry={check}
            note={data && <Updated query={query} />}
            empty={null}
          />
        </div>
      </Panel>
      <Policy needed={needed} />
    </div>
  )
}

function Policy({ needed }: { needed: readonly Needed[] }) {
  const t = useTranslations('ram')
  const roleWord = useTranslations('people.roles')
  const id = useId()
  const [role, setRole] = useState<Role>('operator')
  return (
    <Panel title={t('policy.title')}>
      <p className="mb-3 max-w-200 text-muted">{t('policy.how')}</p>
      <div className="mb-3 max-w-60">
        <span id={id} className="sr-only">
          {t('policy.role')}
        </span>
        <Select
          id={`${id}-role`}
          labelledBy={id}
          value={role}
          options={roles.map((value) => ({ value, label: roleWord(value) }))}
          onChange={(value) => setRole(value as Role)}
        />
      </div>
      <CodeBlock text={policyOf(role, needed)} />
    </Panel>
  )
}
