'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useFollowed } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/followed-operation'
import { Button } from '@/components/ui/button'

import { DeleteDialog } from './dialog'

/** The way out, at the foot of the panel. */
export function DeleteAttachment() {
  const t = useTranslations('attachment.delete')
  const { attachment } = useOpenAttachment()
  const { followed } = useFollowed()
  const [open, setOpen] = useState(false)
  const goes = followed?.kind === 'delete' || attachment.status === 'Detaching'
  return (
    <div className="border-t border-line pt-4">
      <Button variant="danger" reason={goes ? t('busy') : undefined} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <DeleteDialog onClose={() => setOpen(false)} />}
    </div>
  )
}
