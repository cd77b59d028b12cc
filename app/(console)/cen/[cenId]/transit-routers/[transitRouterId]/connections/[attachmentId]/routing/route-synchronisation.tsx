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
import { WriteDialog } from '@/components/write/write-dialog'
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

  return (
    <span className="flex items-start gap-2">
      <Switch
        aria-label={t('label')}
        aria-describedby={id}
        checked={on}
        disabled={attachment.status !== 'Attached'}
        onChange={() => setAsked(true)}
      />
      {/* Two lines, as the longest of its texts has: what stands below stays when it turns. */}
      <span id={id} className="min-h-10">
        {tableId || state !== 'on' ? t.rich(`state.${state}`, rich) : ''}
      </span>
      {asked && (
        <WriteDialog
          title={t(on ? 'turnOff' : 'turnOn')}
          confirmLabel={t(on ? 'turnOff' : 'turnOn')}
          danger={on}
          words={{ running: t('running'), done: t(on ? 'doneOff' : 'doneOn') }}
          action={setRouteSynchronisation}
          input={{ ...placeOf(attachment, router), value: !on }}
          onClose={() => setAsked(false)}
        >
          {bgp && tableId && advertisement.prefixes && (
            <p>{t.rich(on ? 'withdraws' : 'advertises', rich)}</p>
          )}
          <p>{t(on ? 'afterOff' : 'afterOn')}</p>
          {!bgp && <p className="text-muted">{t('needsBgp')}</p>}
        </WriteDialog>
      )}
    </span>
  )
}

/** What a switch that is on comes to. Catalogue key below `attachment.sync.state`. */
const wordOf = (speaking: Speaking) =>
  speaking === 'bgpDown' || speaking === 'foreign' || speaking === 'unread' ? speaking : 'on'
