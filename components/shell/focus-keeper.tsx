'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

import { focusQuietly } from '@/components/ui/focus'

/** Milliseconds that whoever closes something has to give the focus back by itself. */
const GRACE = 60

/** Keeps the focus somewhere: on the heading of a page that was gone to, and near what had it and is no more. */
export function FocusKeeper() {
  usePageFocus(usePathname())
  useEffect(() => {
    // From what has the focus outwards.
    let trail: Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = ({ target }: FocusEvent) => {
      trail = target instanceof Element ? [...lineOf(target)] : []
    }
    const check = () => {
      const [last] = trail
      // Still there: its reader put the focus away.
      if (!isNowhere() || !last || isShown(last)) return
      focusWithin(trail.filter(isShown))
    }
    const observer = new MutationObserver(() => {
      if (!isNowhere()) return
      clearTimeout(timer)
      timer = setTimeout(check, GRACE)
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['hidden', 'disabled'],
    })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
  return null
}

/** Focuses the heading of each page that is gone to, unless its reader is at work on it already. */
function usePageFocus(path: string) {
  const last = useRef<Element | undefined>(undefined)
  useEffect(() => {
    const settle = () => {
      const heading = document.querySelector<HTMLElement>('main h1')
      if (!heading) return false
      const isNew = heading !== last.current
      last.current = heading
      if (isNowhere() || (isNew && !document.activeElement?.closest('main, [role=dialog]')))
        focusQuietly(heading)
      return true
    }
    if (settle()) return undefined
    const observer = new MutationObserver(() => settle() && observer.disconnect())
    observer.observe(document.body, { subtree: true, childList: true })
    return () => observer.disconnect()
  }, [path])
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body

const isShown = (element: Element) =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')

function* lineOf(element: Element) {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) yield at
}

/** The nearest place around what is gone that can say where the reader is: a panel, else a heading. */
function focusWithin(around: readonly Element[]) {
  for (const element of [...around, document.body]) {
    const place = element.matches('aside[tabindex], [role=dialog]')
      ? element
      : (element.querySelector('main h1') ?? element.querySelector('h1, h2, h3'))
    if (place instanceof HTMLElement && isShown(place)) {
      focusQuietly(place)
      return
    }
  }
}
