'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { useStatusReason } from '@/components/resource/state'
import { opened } from '@/components/ui/late'
import { WriteButton } from '@/components/write/write-button'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

const DeleteDialog = opened(() => import('./delete-dialog').then((m) => m.DeleteDialog))
const StillAttached = opened(() => import('./still-attached').then((m) => m.StillAttached))

/** Deletes a connection that nothing is attached to; of another one it says what comes first. */
export function DeleteConnection({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('ipsecConnections.delete')
  const reasonOf = useStatusReason()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <WriteButton
        permission="ipsec-connections.delete"
        variant="danger"
        // One that is bound says what comes first.
        reason={isUnattached(connection) ? reasonOf(connection.state) : undefined}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </WriteButton>
      {open &&
        (isUnattached(connection) ? (
          <DeleteDialog connection={connection} onClose={close} />
        ) : (
          <StillAttached connection={connection} onClose={close} />
        ))}
    </>
  )
}
