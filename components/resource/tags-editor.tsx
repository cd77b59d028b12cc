'use client'
import { useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { z } from 'zod'

import { ReadOnlyRow, Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { TagField } from '@/components/form/tag-field'
import { useActionForm } from '@/components/form/use-action-form'
import { ResourceTags } from '@/components/resource/tags'
import { Drawer } from '@/components/ui/drawer'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { useRefusal } from '@/components/write/account-context'
import { WriteButton } from '@/components/write/write-button'
import { notify } from '@/lib/notices/store'
import type { ActionResult } from '@/lib/request/result'
import { LONGEST_KEY } from '@/lib/tags/limit'
import { changeable, isSystemTag, withoutOperation } from '@/lib/tags/operation-tag'
import { type Tag, tagListBeside } from '@/lib/tags/schema'

interface TagsEditorProps {
  /** Of the tagged resource. */
  id: string
  tags: Tag[]
  /** Refuses when the tags are not `was` any more. */
  save: (change: { was: Tag[]; tag: Tag[] }) => Promise<ActionResult<void>>
}

/** The tags of a resource, shown, and edited all together. */
export function TagsEditor(props: TagsEditorProps) {
  const t = useTranslations('tags')
  const [editing, setEditing] = useState(false)
  const own = withoutOperation(props.tags)
  if (editing) return <TagsForm {...props} tags={own} onClose={() => setEditing(false)} />
  const edit = (
    <WriteButton permission="tags.write" onClick={() => setEditing(true)}>
      {t('edit')}
    </WriteButton>
  )
  if (own.length === 0) return <EmptyState title={t('none')} action={edit} />
  return (
    <div className="flex flex-col items-start gap-4">
      <ResourceTags tags={own} />
      {edit}
    </div>
  )
}

/** The tags in a line, with the way to edit them beside it. */
export function EditableTags(props: TagsEditorProps) {
  const t = useTranslations('tags')
  const [editing, setEditing] = useState(false)
  const own = withoutOperation(props.tags)
  const refusal = useRefusal('tags.write')
  const close = () => setEditing(false)
  return (
    <div className="flex items-center gap-1">
      <ResourceTags tags={own} />
      <IconButton
        icon={Pencil}
        size={13}
        label={t('edit')}
        reason={refusal}
        onClick={() => setEditing(true)}
      />
      {editing && (
        <Drawer title={t('edit')} onClose={close}>
          <TagsForm {...props} tags={own} onClose={close} />
        </Drawer>
      )}
    </div>
  )
}

function TagsForm({ id, tags, save, onClose }: TagsEditorProps & { onClose: () => void }) {
  const t = useTranslations('tags')
  const queries = useQueryClient()
  const [was] = useState(() => changeable(tags))
  // The longer of the two services' limits; the server knows which one it is.
  const [schema] = useState(() => z.object({ tag: tagListBeside(was, LONGEST_KEY.vpc) }))
  const given = tags.filter(isSystemTag)
  const form = useActionForm({
    schema,
    defaultValues: { tag: was },
    action: async ({ tag }) => {
      const result = await save({ was, tag })
      // Behind the form stands what somebody else made of them.
      if (!result.ok) await queries.invalidateQueries()
      return result
    },
    onSuccess: async () => {
      notify({ id: `tags-${id}`, state: 'done', text: t('saved') })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      error={form.error}
      pending={form.pending}
      labels="tags"
      surface="panel"
      onCancel={onClose}
    >
      <Rows>
        {given.length > 0 && (
          <ReadOnlyRow label={t('system')}>
            <ResourceTags tags={given} />
          </ReadOnlyRow>
        )}
        <TagField control={form.control} name="tag" />
      </Rows>
    </Form>
  )
}
