'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'

import { OnItsWay } from '@/components/ui/late'
import { leavingStore, setLeaving } from '@/lib/navigation/leaving'

/** Shows from the press of a link until its page is there that it was heard. */
export function Leaving() {
  const path = usePathname()
  const search = useSearchParams()
  const leaving = useSyncExternalStore(
    leavingStore.subscribe,
    leavingStore.read,
    leavingStore.readOnServer,
  )
  useEffect(() => setLeaving(false), [path, search])
  return leaving && <OnItsWay />
}
