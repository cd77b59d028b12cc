'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

import { isUnderWay, notify } from '@/lib/notices'
import { isChanging } from '@/lib/polling'

interface Followed {
  /** Of the resource, which is also the id of the notice that its creation began. */
  id: string
  name: string
  status: string
  href?: string
}

/** Turns the notices of resources under way into done once the cloud says that nothing changes any more. */
export function useSettledNotices(resources: readonly Followed[]): void {
  const t = useTranslations('shell.notice')
  useEffect(() => {
    for (const { id, name, status, href } of resources)
      if (isUnderWay(id) && !isChanging(status))
        notify({ id, state: 'done', text: t('ready', { name: name || id }), ...(href && { href }) })
  }, [resources, t])
}
