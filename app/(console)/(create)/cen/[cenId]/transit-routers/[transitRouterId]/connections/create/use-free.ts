'use client'
import { useEffect, useState } from 'react'

import { useKnown } from '@/components/ipsec-connection-form/surroundings-context'
import type { FoundFree } from '@/lib/attach-form/free'
import { QueryError } from '@/lib/failure/in-browser'

import { useValue } from './use-values'

/** What was typed, as far as it does not wait for more, in milliseconds. */
const PAUSE = 200

interface Free {
  /** Undefined until the first answer. */
  found?: FoundFree
  failure?: QueryError
  /** What they were searched for. */
  text: string
}

/** The free connections of the region with `text` in them, 50 of them, and the one that is chosen; none while `off`. */
export function useFree(text: string, off: boolean): Free {
  const { whole, search, meet } = useKnown()
  const vpnId = useValue('resource.vpnId')
  const [free, setFree] = useState<Free>({ text: '' })
  useEffect(() => {
    if (off) return
    let isCurrent = true
    const read = async () => {
      // What comes after the page reads the same list.
      await whole()
      return search<FoundFree>('/api/attach-form/free', {
        ...(text && { search: text }),
        ...(vpnId && { vpnId }),
      })
    }
    const take = (found: FoundFree) => {
      const { items, chosen, customerGateways } = found
      meet({
        customerGateways,
        connections: chosen ? [...items, chosen] : items,
        gone: chosen === null && vpnId ? [vpnId] : [],
      })
      setFree({ found, text })
    }
    const ask = async () => {
      try {
        const found = await read()
        if (isCurrent) take(found)
      } catch (failure) {
        if (!(failure instanceof QueryError)) throw failure
        if (isCurrent) setFree(({ found }) => ({ ...(found && { found }), failure, text }))
      }
    }
    const timer = setTimeout(() => void ask(), text === '' ? 0 : PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [off, text, vpnId, whole, search, meet])
  return free
}
