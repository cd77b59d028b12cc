'use client'
import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { type ReactNode, use, useState } from 'react'

import { opened } from '@/components/ui/late'
import { Menu } from '@/components/ui/menu'
import { TableViews, type TableViewsProps } from '@/components/ui/table-views'
import { changeAddress } from '@/components/ui/use-address-state'
import { useWrite } from '@/components/write/use-write'
import { newOperationId } from '@/lib/operations/new-operation-id'
import { savedViews } from '@/lib/views/queries'
import type { SavedView } from '@/lib/views/schema'

import { ViewActionsContext } from './view-actions'

// Asked for now and then: it comes when it is.
const ViewDialog = opened(() => import('./view-dialog').then((m) => m.ViewDialog))

/** Lets the tables below it, which have a query client, be saved as they are shown. */
export const SavableTables = ({ children }: { children: ReactNode }) => (
  <TableViews value={draw}>{children}</TableViews>
)

const draw = (props: TableViewsProps) => <Views {...props} />

/** The views of one table: to choose, to save, to rename, to delete and take that back. */
function Views({ table, parameters, hide }: TableViewsProps) {
  const t = useTranslations('ui.views')
  const actions = use(ViewActionsContext)
  const address = useSearchParams()
  const [wanted, setWanted] = useState(false)
  const [asked, setAsked] = useState<SavedView | undefined>()
  const { write } = useWrite()
  const query = useQuery({ ...savedViews(table), enabled: wanted })
  const views = query.data ?? []
  const own = [...parameters, hide.parameter]
  const now = pick(address, own)
  const current = views.find(({ search }) => search === now)
  if (!actions) return null

  const show = (search: string) => {
    const next = new URLSearchParams(search)
    changeAddress({
      page: undefined,
      ...Object.fromEntries(own.map((name) => [name, next.get(name) ?? undefined])),
    })
  }
  const restore = async (view: SavedView) => {
    await write(
      { running: t('saving'), done: t('restored', { name: view.name }) },
      actions.keepView,
      view,
    )
  }
  const forget = async (view: SavedView) => {
    const { viewId, name } = view
    const undo = { label: t('undo'), run: () => void restore(view) }
    await write(
      { running: t('deleting'), done: t('deleted', { name }), undo },
      actions.forgetView,
      { viewId },
    )
  }
  const save = () => {
    const search = new URLSearchParams(now)
    // The columns too: what this browser remembers is not in the address.
    search.set(hide.parameter, hide.columns.join(','))
    setAsked({ viewId: newOperationId(), table, name: '', search: pick(search, own) })
  }
  return (
    <>
      <Menu
        label={t('title')}
        className="inline-flex size-7 items-center justify-center rounded-control text-muted hover:bg-band hover:text-brand"
        onOpen={() => setWanted(true)}
        items={[
          ...views.map((view) => ({
            key: view.viewId,
            label: <bdi>{view.name}</bdi>,
            checked: view === current,
            closes: true,
            onSelect: () => show(view.search),
          })),
          ...(query.isPending
            ? [{ key: 'reading', label: t('reading'), disabled: true, onSelect: nothing }]
            : []),
          ...(query.error
            ? [{ key: 'unread', label: t('unread'), disabled: true, onSelect: nothing }]
            : []),
          { key: 'plain', label: t('plain'), disabled: now === '', onSelect: () => show('') },
          {
            key: 'save',
            label: t('save'),
            disabled: current !== undefined || !query.data,
            onSelect: save,
          },
          ...(current
            ? [
                {
                  key: 'rename',
                  label: t('rename', { name: current.name }),
                  onSelect: () => setAsked(current),
                },
                {
                  key: 'delete',
                  label: t('delete', { name: current.name }),
                  onSelect: () => void forget(current),
                },
              ]
            : []),
        ]}
      >
        <Bookmark aria-hidden size={16} />
      </Menu>
      {asked && (
        <ViewDialog
          view={asked}
          actions={actions}
          onSaved={({ search }) => show(search)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

const nothing = () => undefined

/** What an address says of a table, in one order, so that two that say the same are the same. */
function pick(address: { get: (name: string) => string | null }, names: readonly string[]): string {
  const picked = new URLSearchParams()
  for (const name of names.toSorted()) {
    const value = address.get(name)
    if (value !== null) picked.set(name, value)
  }
  return picked.toString()
}
