'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { opened } from '@/components/ui/late'
import { WriteButton } from '@/components/write/write-button'
import { canBeAttached, isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

const AttachDialog = opened(() => import('./attach-dialog').then((m) => m.AttachDialog))

/** Begins to attach a free connection to one of the routers of its region. */
export function Attach({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('ipsecConnections.attachTo')
  const [open, setOpen] = useState(false)
  if (!isUnattached(connection) || !canBeAttached(connection.state)) return null
  return (
    <>
      <WriteButton permission="attachments.write" variant="primary" onClick={() => setOpen(true)}>
        {t('open')}
      </WriteButton>
      {open && <AttachDialog connection={connection} onClose={() => setOpen(false)} />}
    </>
  )
}
