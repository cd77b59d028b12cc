'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Results } from '@/components/bulk/results'
import { type BulkItem, useRun } from '@/components/bulk/use-run'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Drawer } from '@/components/ui/drawer'
import { WriteButton } from '@/components/write/write-button'

import { deleteGateway } from './actions'
import type { GatewayRow } from './columns'

/** The button that deletes those of the chosen customer gateways that no connection uses. */
export function DeleteGateways({ of }: { of: readonly GatewayRow[] }) {
  const t = useTranslations('ui.bulk')
  const [chosen, setChosen] = useState<readonly GatewayRow[] | undefined>()
  return (
    <>
      <WriteButton permission="customer-gateways.write" onClick={() => setChosen(of)}>
        {t('delete')}
      </WriteButton>
      {chosen && <DeleteDrawer of={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

const isFree = ({ users }: GatewayRow) => Array.isArray(users) && users.length === 0

function DeleteDrawer({ of, onClose }: { of: readonly GatewayRow[]; onClose: () => void }) {
  const t = useTranslations('ui.bulk')
  const ui = useTranslations('ui')
  const body = useTranslations('customerGateways.delete')('body')
  const [begun, setBegun] = useState(false)
  const run = useRun()
  const items = of.filter(isFree).map(({ customerGatewayId: id, name, regionId }): BulkItem => ({
    id,
    name,
    act: (nonce) => deleteGateway({ regionId, customerGatewayId: id }, nonce),
  }))
  const staying = of.filter((gateway) => !isFree(gateway))
  const begin = () => {
    setBegun(true)
    void run.run(items)
  }
  return (
    <Drawer title={t('deleteTitle', { count: of.length })} onClose={onClose}>
      {begun ? (
        <Results items={items} of={run} onClose={onClose} />
      ) : (
        <div className="flex flex-col gap-3">
          <p>{body}</p>
          <Named of={items} />
          {staying.length > 0 && (
            <>
              <p className="text-warning">{t('cannot', { count: staying.length })}</p>
              <Named of={staying.map(({ customerGatewayId: id, name }) => ({ id, name }))} />
            </>
          )}
          <div className="flex gap-2">
            <Button variant="danger" disabled={items.length === 0} onClick={begin}>
              {t('deleteRun', { count: items.length })}
            </Button>
            <Button onClick={onClose}>{ui('cancel')}</Button>
          </div>
        </div>
      )}
    </Drawer>
  )
}

function Named({ of }: { of: readonly { id: string; name: string }[] }) {
  return (
    <ul className="list-disc pl-5">
      {of.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi> <Code className="text-muted">{id}</Code>
        </li>
      ))}
    </ul>
  )
}
