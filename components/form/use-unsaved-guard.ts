'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/**
 * Keeps the reader from losing what was typed: asks before a link of the page, `leave`, or the
 * browser's back button goes on, and lets the browser ask before the tab closes.
 */
export function useUnsavedGuard(isChanged: () => boolean) {
  const router = useRouter()
  const released = useRef(false)
  const [held, setHeld] = useState<(() => void) | undefined>()
  const leave = (proceed: () => void) => (isChanged() ? setHeld(() => proceed) : proceed())

  const onClick = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest('a')
    const elsewhere =
      !link || link.target || link.download || link.origin !== location.origin || event.button !== 0
    if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey || !isChanged()) return
    event.preventDefault()
    event.stopPropagation()
    setHeld(() => () => router.push(link.pathname + link.search))
  })
  // The back button; a browser without the Navigation API goes back unasked.
  const onNavigate = useEffectEvent((event: NavigateEvent) => {
    if (event.navigationType !== 'traverse' || !event.cancelable || released.current) return
    if (!isChanged()) return
    event.preventDefault()
    const { key } = event.destination
    setHeld(() => () => {
      released.current = true
      window.navigation.traverseTo(key)
    })
  })
  const onUnload = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isChanged()) event.preventDefault()
  })

  useEffect(() => {
    document.addEventListener('click', onClick, { capture: true })
    window.addEventListener('beforeunload', onUnload)
    const navigation = 'navigation' in window ? window.navigation : undefined
    navigation?.addEventListener('navigate', onNavigate)
    return () => {
      document.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('beforeunload', onUnload)
      navigation?.removeEventListener('navigate', onNavigate)
    }
  }, [])

  return { leave, held, stay: () => setHeld(undefined) }
}
