'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'

import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Drawer } from '@/components/ui/drawer'
import { isTyped, TypedName } from '@/components/ui/typed-name'
import { Reason } from '@/components/write/reason'

import { Results } from './results'
import { type BulkItem, useRun } from './use-run'

type Named = Pick<BulkItem, 'id' | 'name'>

interface DeleteDrawerProps {
  title: string
  /** What is lost with each of them. */
  body: ReactNode
  items: readonly BulkItem[]
  /** Chosen, but not to be deleted, and why. */
  staying: readonly Named[]
  stays: string
  /** What one takes with it. */
  loses?: (id: string) => ReactNode
  /** Why nothing can be deleted yet. */
  reason?: string | undefined
  /** Their number has to be typed: they carry traffic, or cannot be made again as they were. */
  typed?: boolean
  /** What else there is to decide. */
  children?: ReactNode
  onClose: () => void
}

/** Says of many what goes and what stays, and deletes them one after the other. It outlives their rows. */
export function DeleteDrawer({
  title,
  items,
  staying,
  typed = false,
  onClose,
  ...rest
}: DeleteDrawerProps) {
  const t = useTranslations('ui.bulk')
  const ui = useTranslations('ui')
  const [begun, setBegun] = useState<readonly BulkItem[] | undefined>()
  const [text, setText] = useState('')
  const run = useRun()
  const count = String(items.length)
  const begin = () => {
    setBegun(items)
    void run.run(items)
  }
  return (
    <Drawer
      title={title}
      onClose={onClose}
      footer={
        !begun && (
          <>
            <Button
              variant="danger"
              disabled={items.length === 0 || (typed && !isTyped(text, count))}
              reason={rest.reason}
              onClick={begin}
            >
              {t('deleteRun', { count: items.length })}
            </Button>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <span className="ml-2 text-label text-faint max-sm:hidden">{ui('submitKey')}</span>
          </>
        )
      }
    >
      {begun ? (
        <Results items={begun} of={run} onClose={onClose} />
      ) : (
        <div className="flex flex-col gap-3">
          <p>{rest.body}</p>
          <List of={items} loses={rest.loses} />
          {staying.length > 0 && (
            <>
              <p className="text-warning">{rest.stays}</p>
              <List of={staying} />
            </>
          )}
          {rest.children}
          <Reason />
          {typed && items.length > 0 && <TypedName name={count} text={text} onText={setText} />}
        </div>
      )}
    </Drawer>
  )
}

interface ListProps {
  of: readonly Named[]
  loses?: ((id: string) => ReactNode) | undefined
}

function List({ of, loses }: ListProps) {
  return (
    <ul className="list-disc pl-5">
      {of.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi> <Code className="text-muted">{id}</Code>
          {loses && <div className="text-hint text-muted">{loses(id)}</div>}
        </li>
      ))}
    </ul>
  )
}
