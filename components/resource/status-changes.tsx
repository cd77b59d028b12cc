'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { isUnderWay, notify } from '@/lib/notices/store'
import { isChanging } from '@/lib/query/polling'

import { useStateWord } from './state'

interface Followed {
  /** Of the resource, which is also the id of the notice that its creation began. */
  id: string
  name: string
  status: string
  href?: string
}

/**
 * Tells a screen reader, when it has nothing else to say, which of the resources changed their status, and
 * turns the notices of those under way into done once the cloud says that nothing changes any more.
 */
export function StatusChanges({ of }: { of: readonly Followed[] }) {
  const word = useStateWord()
  const t = useTranslations('shell.notice')
  useEffect(() => {
    for (const { id, name, status, href } of of)
      if (isUnderWay(id) && !isChanging(status))
        notify({ id, state: 'done', text: t('ready', { name: name || id }), ...(href && { href }) })
  }, [of, t])
  const [seen, setSeen] = useState(of)
  const [changed, setChanged] = useState<readonly string[]>([])
  if (!sameStatuses(seen, of)) {
    const before = new Map(seen.map(({ id, status }) => [id, status]))
    const other = of.filter(({ id, status }) => before.has(id) && before.get(id) !== status)
    setSeen(of)
    if (other.length > 0) setChanged(other.map(({ id }) => id))
  }
  // Of what is gone meanwhile nothing stays said.
  const said = of
    .filter(({ id }) => changed.includes(id))
    .map(({ id, name, status }) => `${name || id}: ${word('resource', status)}`)
  return <output className="sr-only">{said.join('. ')}</output>
}

const sameStatuses = (a: readonly Followed[], b: readonly Followed[]) =>
  a.length === b.length &&
  a.every(({ id, status }, index) => b[index]?.id === id && b[index].status === status)
