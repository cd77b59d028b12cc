'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { opened } from '@/components/ui/late'
import { WriteButton } from '@/components/write/write-button'

import type { Tagged } from './tags-drawer'

// The form comes when it is wanted: the lists are drawn without it.
const TagsDrawer = opened(() => import('./tags-drawer').then((m) => m.TagsDrawer))

/** The button that edits the tags of what is chosen. */
export function EditTags({ of }: { of: readonly Tagged[] }) {
  const t = useTranslations('ui.bulk')
  // What was chosen when it was pressed: the list may change while it is done.
  const [edited, setEdited] = useState<readonly Tagged[] | undefined>()
  return (
    <>
      <WriteButton permission="tags.write" onClick={() => setEdited(of)}>
        {t('tags')}
      </WriteButton>
      {edited && <TagsDrawer of={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}
