'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { z } from 'zod'

import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { TagField } from '@/components/form/tag-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Checkbox } from '@/components/ui/choice'
import { Drawer } from '@/components/ui/drawer'
import { message } from '@/lib/i18n/message'
import type { ActionResult } from '@/lib/request/result'
import { LONGEST_KEY } from '@/lib/tags/limit'
import { changeable } from '@/lib/tags/operation-tag'
import { type Tag, tagListBeside } from '@/lib/tags/schema'

import { Results } from './results'
import { type BulkItem, useRun } from './use-run'

/** Something with tags. */
export interface Tagged {
  id: string
  name: string
  tags: readonly Tag[]
  save: (change: { was: Tag[]; tag: Tag[] }, nonce: string) => Promise<ActionResult<void>>
}

interface Wish {
  tag: Tag[]
  remove: readonly string[]
}

/** Asks for the tags, then tells what becomes of each. */
export function TagsDrawer({ of, onClose }: { of: readonly Tagged[]; onClose: () => void }) {
  const t = useTranslations('ui.bulk')
  const [items, setItems] = useState<readonly BulkItem[] | undefined>()
  const run = useRun()
  const begin = (wish: Wish) => {
    const all = of.map((each) => itemOf(each, wish))
    setItems(all)
    void run.run(all)
  }
  return (
    <Drawer title={t('tagsTitle', { count: of.length })} onClose={onClose}>
      {items ? (
        <Results items={items} of={run} onClose={onClose} />
      ) : (
        <WishForm of={of} onWish={begin} onClose={onClose} />
      )}
    </Drawer>
  )
}

interface WishFormProps {
  of: readonly Tagged[]
  onWish: (wish: Wish) => void
  onClose: () => void
}

const schema = z.object({ tag: tagListBeside([], LONGEST_KEY.vpc) })

function WishForm({ of, onWish, onClose }: WishFormProps) {
  const t = useTranslations('ui.bulk')
  const [remove, setRemove] = useState<readonly string[]>([])
  const keys = [...new Set(of.flatMap(({ tags }) => changeable(tags).map(({ key }) => key)))]
  const form = useActionForm({
    schema,
    defaultValues: { tag: [] as Tag[] },
    // Nothing is sent yet: each object has an action of its own.
    action: ({ tag }) => {
      const wish = { tag, remove }
      return Promise.resolve<ActionResult<Wish>>(
        tag.length === 0 && remove.length === 0
          ? { ok: false, message: message('tag.nothing') }
          : { ok: true, value: wish },
      )
    },
    onSuccess: onWish,
  })
  return (
    <Form
      form={form}
      error={form.error}
      pending={form.pending}
      labels="tags"
      surface="panel"
      submitName={t('run', { count: of.length })}
      onCancel={onClose}
    >
      <p className="mb-3 text-muted">{t('tagsAbout')}</p>
      <Rows>
        <TagField control={form.control} name="tag" />
      </Rows>
      <fieldset className="mt-4">
        <legend className="text-label font-medium">{t('remove')}</legend>
        {keys.length === 0 && <p className="text-muted">{t('noTags')}</p>}
        {keys.toSorted().map((key) => (
          <Checkbox
            key={key}
            className="mr-5"
            checked={remove.includes(key)}
            onChange={({ target }) =>
              setRemove(target.checked ? [...remove, key] : remove.filter((each) => each !== key))
            }
          >
            <bdi className="mono break-all">{key}</bdi>
          </Checkbox>
        ))}
      </fieldset>
    </Form>
  )
}

/** What is to be done to one: nothing where its tags are like that already. */
function itemOf({ id, name, tags, save }: Tagged, { tag: set, remove }: Wish): BulkItem {
  const was = changeable(tags)
  const isKept = ({ key }: Tag) => !remove.includes(key) && !set.some((one) => one.key === key)
  const tag = [...was.filter(isKept), ...set]
  const isSame =
    tag.length === was.length &&
    tag.every(({ key, value }) => was.some((each) => each.key === key && each.value === value))
  return { id, name, act: isSame ? undefined : (nonce) => save({ was, tag }, nonce) }
}
