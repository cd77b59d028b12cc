'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { FormDrawer } from '@/components/form/form-drawer'
import { SelectField } from '@/components/form/select-field'
import { useActionForm } from '@/components/form/use-action-form'
import { useTypeWord } from '@/components/resource/use-type-word'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import type { Attachment } from '@/lib/attachments/schema'
import { notify } from '@/lib/notices/store'
import { takesChanges } from '@/lib/query/polling'
import type { ActionResult } from '@/lib/request/result'
import { bindingForm } from '@/lib/route-tables/form'
import type { TableBinding } from '@/lib/route-tables/schema'

import { attachmentOptions } from './attachment-options'
import { useOpenTable } from './table-context'

interface BindDrawerProps {
  kind: 'associations' | 'propagations'
  bind: (binding: TableBinding, nonce: string) => Promise<ActionResult<unknown>>
  reasonOf: (attachment: Attachment) => string | undefined
  onClose: () => void
}

/** Binds an attachment to the open table. */
export function BindDrawer({ kind, bind, reasonOf, onClose }: BindDrawerProps) {
  const t = useTranslations(`routeTables.${kind}`)
  const typeWord = useTypeWord()
  const { cenId, table } = useOpenTable()
  const { transitRouterId, transitRouterRouteTableId } = table
  const queries = useQueryClient()
  const { attachments } = useRouterAttachments({ cenId, transitRouterId })
  const form = useActionForm({
    schema: bindingForm,
    defaultValues: { transitRouterAttachmentId: '' },
    action: (binding, nonce) => bind({ ...binding, transitRouterRouteTableId }, nonce),
    onSuccess: async () => {
      const id = form.methods.getValues('transitRouterAttachmentId')
      const chosen = attachments?.find((one) => one.transitRouterAttachmentId === id)
      const attachment = chosen?.transitRouterAttachmentName || id
      notify({ id: `${kind}-${id}`, state: 'done', text: t('done', { attachment }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('create')}
      labels="routeTables.bindingFields"
      form={form}
      onClose={onClose}
    >
      <p className="text-muted">{t('about')}</p>
      <SelectField
        control={form.control}
        name="transitRouterAttachmentId"
        required
        loading={!attachments}
        options={attachmentOptions(attachments ?? [], typeWord, (attachment) =>
          takesChanges(attachment.status) ? reasonOf(attachment) : t('notAttached'),
        )}
      />
    </FormDrawer>
  )
}
