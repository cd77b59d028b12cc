'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import { useMessage } from '@/lib/i18n/use-message'
import type { SavedView, ViewActions } from '@/lib/views/schema'

interface ViewDialogProps {
  /** Without a name: one to be saved; else one to be renamed. */
  view: SavedView
  actions: ViewActions
  onSaved: (view: SavedView) => void
  onClose: () => void
}

/** Asks what a view is called. */
export function ViewDialog({ view, actions, onSaved, onClose }: ViewDialogProps) {
  const t = useTranslations('ui.views')
  const ui = useTranslations('ui')
  const translate = useMessage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(view.name)
  const { write, pending, failure } = useWrite()
  const isNew = view.name === ''
  const submit = async () => {
    if (pending) return
    const words = { running: t('saving'), done: t('saved', { name: name.trim() }) }
    const { viewId } = view
    const { ok } = isNew
      ? await write(words, actions.keepView, { ...view, name })
      : await write(words, actions.nameView, { viewId, name })
    if (!ok) return input.current?.focus()
    if (isNew) onSaved(view)
    return onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  const wrong = failure?.fieldErrors?.['name']
  return (
    <Dialog
      open
      onClose={onClose}
      initialFocus={input}
      title={t(isNew ? 'saveTitle' : 'renameTitle', { name: view.name })}
      description={t('about')}
      footer={
        <>
          <Button variant="primary" pending={pending} onClick={() => void submit()}>
            {ui('ok')}
          </Button>
          <Button onClick={onClose}>{ui('cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-label">
          {t('name')}
        </label>
        <Input
          ref={input}
          id={id}
          value={name}
          invalid={wrong !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p id={`${id}-error`} className="text-hint text-error">
          {wrong && translate(wrong)}
        </p>
        {failure && !wrong && <FailureAlert failure={failure} />}
      </div>
    </Dialog>
  )
}
