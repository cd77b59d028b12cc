'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/** Changes parameters of the address where it stands: undefined takes one out. */
export function changeAddress(parameters: Record<string, string | undefined>): void {
  const search = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries(parameters))
    if (value === undefined) search.delete(name)
    else search.set(name, value)
  const query = search.size > 0 ? `?${search}` : ''
  // Next follows the browser's own history here, without asking the server for the page again.
  window.history.replaceState(null, '', window.location.pathname + query)
}

/** Something a page has open, kept in its address so that a link shows the same. */
export function useAddressState(name: string) {
  const value = useSearchParams().get(name) ?? undefined
  return [value, (next: string | undefined) => changeAddress({ [name]: next })] as const
}

/** Adds the parameters that the page has now to another of its addresses: its filters and order stay. */
export function useKeepingQuery(): (href: string, without?: readonly string[]) => string {
  const now = useSearchParams()
  return useCallback(
    (href, without = []) => {
      const kept = new URLSearchParams(now)
      for (const name of without) kept.delete(name)
      return kept.size > 0 ? `${href}?${kept}` : href
    },
    [now],
  )
}
