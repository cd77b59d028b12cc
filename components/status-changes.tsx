'use client'
import { useState } from 'react'

import { useStatusWord } from './resource-status'

interface Named {
  id: string
  name: string
  status: string
}

/** Tells a screen reader, when it has nothing else to say, which of the resources changed their status. */
export function StatusChanges({ of }: { of: readonly Named[] }) {
  const word = useStatusWord()
  const [seen, setSeen] = useState(of)
  const [said, setSaid] = useState('')
  if (!sameStatuses(seen, of)) {
    const before = new Map(seen.map(({ id, status }) => [id, status]))
    const changed = of.filter(({ id, status }) => before.has(id) && before.get(id) !== status)
    setSeen(of)
    if (changed.length > 0)
      setSaid(changed.map(({ id, name, status }) => `${name || id}: ${word(status)}`).join('. '))
  }
  return <output className="sr-only">{said}</output>
}

const sameStatuses = (a: readonly Named[], b: readonly Named[]) =>
  a.length === b.length &&
  a.every(({ id, status }, index) => b[index]?.id === id && b[index].status === status)
