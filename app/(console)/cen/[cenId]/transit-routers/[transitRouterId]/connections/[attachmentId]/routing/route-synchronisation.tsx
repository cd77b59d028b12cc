'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { setRouteSynchronisation } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/actions'
import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import {
  useConnection,
  useSpeaking,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Switch } from '@/components/ui/choice'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import { placeOf } from '@/lib/attachments/place'
import type { Speaking } from '@/lib/ipsec-connections/speaking'

import { useAdvertisement } from './use-advertisement'
import { useRouting } from './use-routing'

/** Automatic Route Advertisement: on or off, and what turning it does before it does it. */
export function RouteSynchronisation() {
  const t = useTranslations('attachment.sync')
  const { attachment, router } = useOpenAttachment()
  const { association, tables } = useRouting(attachment)
  const connection = useConnection().data
  const [asked, setAsked] = useState(false)
  const { write, pending, failure, forget } = useWrite()
  const id = useId()
  const on = attachment.autoPublishRouteEnabled
  const tableId = association.data?.transitRouterRouteTableId
  const tableName = useTableName()(tables.data, tableId ?? '')
  const advertisement = useAdvertisement(attachment, router.regionId, asked ? tableId : undefined)
  const bgp = connection?.enableBgp ?? true
  const bound = association.data === null ? 'noTable' : 'on'
  const speaking = useSpeaking()
  const state = !bgp ? 'noBgp' : !on ? 'off' : bound === 'on' ? wordOf(speaking) : bound
  const rich = {
    table: () => <bdi className="font-semibold">{tableName}</bdi>,
    count: advertisement.prefixes?.length ?? 0,
  }

  const turn = async () => {
    const result = await write(
      { running: t('running'), done: t(on ? 'doneOff' : 'doneOn') },
      setRouteSynchronisation,
      { ...placeOf(attachment, router), value: !on },
    )
    if (result.ok) setAsked(false)
  }
  const ask = () => {
    forget()
    setAsked(true)
  }

  return (
    <span className="flex items-center gap-2">
      <Switch
        aria-label={t('label')}
        aria-describedby={id}
        checked={on}
        disabled={attachment.status !== 'Attached' || pending}
        onChange={ask}
      />
      <span id={id}>{tableId || state !== 'on' ? t.rich(`state.${state}`, rich) : ''}</span>
      {asked && (
        <ConfirmDialog
          open
          title={t(on ? 'turnOff' : 'turnOn')}
          confirmLabel={t(on ? 'turnOff' : 'turnOn')}
          danger={on}
          pending={pending}
          error={failure && <FailureAlert failure={failure} />}
          onConfirm={() => void turn()}
          onClose={() => setAsked(false)}
        >
          {bgp && tableId && advertisement.prefixes && (
            <p>{t.rich(on ? 'withdraws' : 'advertises', rich)}</p>
          )}
          <p>{t(on ? 'afterOff' : 'afterOn')}</p>
          {!bgp && <p className="text-muted">{t('needsBgp')}</p>}
        </ConfirmDialog>
      )}
    </span>
  )
}

/** What a switch that is on comes to. Catalogue key below `attachment.sync.state`. */
const wordOf = (speaking: Speaking) =>
  speaking === 'bgpDown' || speaking === 'foreign' || speaking === 'unread' ? speaking : 'on'
