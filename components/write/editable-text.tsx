'use client'
import { Check, Pencil, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Spinner } from '@/components/ui/spinner'
import { useWrite } from '@/components/write/use-write'
import { useMessage } from '@/lib/i18n/use-message'
import type { Permission } from '@/lib/people/permissions'
import type { ActionResult } from '@/lib/request/result'

import { useRefusal } from './account-context'

/** `was`: what stood there when the reader began to type. */
type Save = (edit: { value: string; was: string }, nonce: string) => Promise<ActionResult<unknown>>

interface EditableTextProps {
  /** What a role has to allow for it. */
  permission: Permission
  /** What it is, for the names of its buttons. */
  label: string
  value: string
  /** What stands there while nobody edits, where that is more than the text. */
  shown?: ReactNode
  save: Save
}

/** A text that turns into a field where it stands. Ctrl+Enter and its button save, Escape leaves it as it was. */
export function EditableText({ permission, label, value, shown, save }: EditableTextProps) {
  const t = useTranslations('ui.edit')
  const refusal = useRefusal(permission)
  const [typed, setTyped] = useState<{ was: string; text: string } | undefined>()
  const opener = useRef<HTMLSpanElement>(null)
  const closed = useRef(false)
  useEffect(() => {
    if (typed || !closed.current) return
    closed.current = false
    opener.current?.querySelector('button')?.focus()
  }, [typed])
  const close = () => {
    closed.current = true
    setTyped(undefined)
  }
  if (typed)
    return (
      <TextEditor
        label={label}
        text={typed.text}
        onChange={(text) => setTyped({ ...typed, text })}
        was={typed.was}
        save={save}
        onClose={close}
      />
    )
  return (
    <div className="inline-flex max-w-full items-start gap-0.5">
      {shown ?? <bdi className="min-w-0 break-words">{value || '-'}</bdi>}
      <span ref={opener} className="flex">
        <IconButton
          icon={Pencil}
          size={13}
          label={t('open', { label })}
          reason={refusal}
          onClick={() => setTyped({ was: value, text: value })}
        />
      </span>
    </div>
  )
}

interface TextEditorProps {
  label: string
  text: string
  was: string
  onChange: (text: string) => void
  save: Save
  onClose: () => void
}

function TextEditor({ label, text, was, onChange, save, onClose }: TextEditorProps) {
  const t = useTranslations('ui.edit')
  const translate = useMessage()
  const { write, pending, failure } = useWrite()
  const id = useId()
  const submit = async () => {
    if (pending) return
    const result = await write({ running: t('running'), done: t('done') }, save, {
      value: text,
      was,
    })
    if (result.ok) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    else return
    event.preventDefault()
  }
  const wrong = failure && (failure.fieldErrors?.['value'] ?? failure.message)
  return (
    <div>
      <div className="flex items-center gap-1">
        <Input
          ref={focusAtOnce}
          aria-label={label}
          aria-describedby={id}
          invalid={failure !== undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {pending ? (
          <Spinner />
        ) : (
          <IconButton icon={Check} label={t('save', { label })} onClick={() => void submit()} />
        )}
        <IconButton icon={X} label={t('cancel', { label })} onClick={onClose} />
      </div>
      <p id={id} className="text-hint text-error not-empty:mt-1">
        {wrong && translate(wrong)}
      </p>
    </div>
  )
}

const focusAtOnce = (input: HTMLInputElement | null) => input?.focus()
