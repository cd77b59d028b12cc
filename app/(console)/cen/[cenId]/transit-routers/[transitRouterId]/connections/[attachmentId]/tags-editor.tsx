'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { z } from 'zod'

import { Form } from '@/components/form/form'
import { TagField } from '@/components/form/tag-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TagList } from '@/components/ui/tag-list'
import { notify } from '@/lib/notices'
import { tagList } from '@/lib/tags/schema'

import { saveTags } from './actions'
import { useOpenAttachment } from './open-attachment'
import { placeOf } from './place'

/** The tags of the attachment, shown, and edited all together. */
export function TagsEditor() {
  const t = useTranslations('attachment.tags')
  const { attachment } = useOpenAttachment()
  const [editing, setEditing] = useState(false)
  if (editing) return <TagsForm onClose={() => setEditing(false)} />
  const edit = <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
  if (attachment.resourceType !== 'VPN') return <TagList tags={attachment.tags} />
  if (attachment.tags.length === 0) return <EmptyState title={t('none')} action={edit} />
  return (
    <div className="flex flex-col items-start gap-4">
      <TagList tags={attachment.tags} />
      {edit}
    </div>
  )
}

const schema = z.object({ tag: tagList })

function TagsForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('attachment.tags')
  const { attachment, router } = useOpenAttachment()
  const queries = useQueryClient()
  const [was] = useState(attachment.tags)
  const form = useActionForm({
    schema,
    defaultValues: { tag: was },
    action: ({ tag }) => saveTags({ ...placeOf(attachment, router), was, tag }),
    onSuccess: async () => {
      notify({
        id: `tags-${attachment.transitRouterAttachmentId}`,
        state: 'done',
        text: t('saved'),
      })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      error={form.error}
      pending={form.pending}
      labels="attachment.tags"
      place="panel"
      onCancel={onClose}
    >
      <TagField control={form.control} name="tag" />
    </Form>
  )
}
