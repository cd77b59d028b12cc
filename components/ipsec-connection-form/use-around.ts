'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { type Around as Late, networksOf, unpacked } from '@/lib/connection-form/around'
import type {
  KnownConnection,
  KnownGateway,
  RouterSurroundings,
  Surroundings,
} from '@/lib/connection-form/surroundings'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { QueryError } from '@/lib/failure/in-browser'
import { verbatim } from '@/lib/i18n/message'
import { getJson } from '@/lib/query/get-json'

/** What a form knows of the cloud, and how it comes to know more. */
export interface Around {
  surroundings: Surroundings
  /** Waits for what comes after the page, or for its failure. */
  whole: () => Promise<Surroundings>
  /** Takes in what a picker was answered. */
  meet: (met: Partial<Met>) => void
  /** Asks for a gateway that the form names and the page did not bring. */
  ask: (customerGatewayId: string) => void
  /** Searches a list of the region, no older than the page. @throws QueryError */
  search: <Found>(path: string, params: Record<string, string>) => Promise<Found>
}

interface Met {
  customerGateways: readonly KnownGateway[]
  connections: readonly KnownConnection[]
  gone: readonly string[]
}

/**
 * What the page of a form brought, what comes after it from `address`, once for each reading of the page, and what
 * the form has met since. What is there already stays while the page is read again.
 */
export function useAround(given: Surroundings, address: string): Around {
  const { regionId } = given
  const [late, setLate] = useState<{ address: string; around: Arrived } | undefined>()
  const [met, setMet] = useState<Met & { regionId: string }>({ ...NOTHING, regionId })

  useEffect(() => {
    let isCurrent = true
    ageOf(given)
    void getJson<Late>(address)
      .catch(unreadable)
      .then((around) => isCurrent && setLate({ address, around }))
    return () => {
      isCurrent = false
    }
  }, [given, address])

  const around = late?.address === address ? late.around : undefined
  const surroundings = useMemo(
    () => joined(given, around, met.regionId === regionId ? met : NOTHING),
    [given, around, met, regionId],
  )

  const latest = useRef(surroundings)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    latest.current = surroundings
    if (!surroundings.reading) for (const goOn of waiting.current.splice(0)) goOn()
  }, [surroundings])

  const whole = useCallback(async () => {
    if (latest.current.reading) await new Promise<void>((goOn) => waiting.current.push(goOn))
    return latest.current
  }, [])
  const meet = useCallback(
    (news: Partial<Met>) =>
      setMet((before) => {
        const known = before.regionId === regionId ? before : NOTHING
        return { ...together(known, news), regionId }
      }),
    [regionId],
  )
  const asked = useRef<{ of: Surroundings; ids: Set<string> }>({ of: given, ids: new Set() })
  const ask = useCallback(
    (customerGatewayId: string) => {
      if (customerGatewayId === '' || isIn(given.customerGateways, customerGatewayId)) return
      // Once for each reading of the page.
      if (asked.current.of !== given) asked.current = { of: given, ids: new Set() }
      if (asked.current.ids.has(customerGatewayId)) return
      asked.current.ids.add(customerGatewayId)
      const params = { regionId: given.regionId, customerGatewayId }
      void getJson<CustomerGateway[]>('/api/customer-gateways', params).then(
        (found) =>
          meet(found.length > 0 ? { customerGateways: found } : { gone: [customerGatewayId] }),
        // Not known is no problem: the cloud has the last word.
        () => undefined,
      )
    },
    [given, meet],
  )
  const search = useCallback(
    <Found>(path: string, params: Record<string, string>) => {
      const { regionId: here } = given
      return getJson<Found>(path, { regionId: here, ...params, within: String(ageOf(given)) })
    },
    [given],
  )
  return useMemo(
    () => ({ surroundings, whole, meet, ask, search }),
    [surroundings, whole, meet, ask, search],
  )
}

const seen = new WeakMap<Surroundings, number>()

/** Milliseconds since this reading of the page was first asked for more. */
function ageOf(given: Surroundings): number {
  const now = performance.now()
  const since = seen.get(given) ?? now
  seen.set(given, since)
  return Math.floor(now - since)
}

type Arrived = Partial<Late> & Pick<Late, 'unread'>

const NOTHING: Met = { customerGateways: [], connections: [], gone: [] }

/** A read of ours that failed as a whole, told as the server tells one that the cloud refused. */
function unreadable(error: unknown): Arrived {
  if (!(error instanceof QueryError)) throw error
  const { code, said: message = verbatim(''), requestId } = error
  return { unread: [{ what: 'connections', code, message, ...(requestId && { requestId }) }] }
}

function joined(given: Surroundings, around: Arrived | undefined, met: Met): Surroundings {
  const { customerGateways, connections, gone } = together(
    { ...NOTHING, connections: given.connections ?? [], gone: given.gone ?? [] },
    met,
  )
  const { routers = [], connections: rows, networks, grants, prefixes, unread = [] } = around ?? {}
  const isOther = ({ vpnConnectionId }: { vpnConnectionId: string }) =>
    vpnConnectionId !== given.edited
  const late: Partial<RouterSurroundings> = {
    ...(grants && { grants }),
    ...(prefixes && { prefixes }),
  }
  const first = given.customerGateways
  return {
    ...given,
    ...((first || customerGateways.length > 0) && {
      customerGateways: unique([...(first ?? []), ...customerGateways]),
    }),
    connections,
    gone: gone.filter((id) => !isIn(first, id)),
    ...(rows && {
      blocks: unpacked({ routers, connections: rows, unread }).filter(isOther),
    }),
    ...(networks && { networks: networksOf({ networks }).filter(isOther) }),
    ...(given.router && { router: { ...given.router, ...late } }),
    reading: around === undefined,
    unread: [...given.unread, ...unread],
  }
}

/** What was met last counts. */
function together(before: Met, news: Partial<Met>): Met {
  const { customerGateways = [], connections = [], gone = [] } = news
  const there = new Set([
    ...customerGateways.map(({ customerGatewayId }) => customerGatewayId),
    ...connections.map(({ vpnConnectionId }) => vpnConnectionId),
  ])
  return {
    customerGateways: unique([
      ...customerGateways,
      ...before.customerGateways.filter(({ customerGatewayId: id }) => !gone.includes(id)),
    ]),
    connections: [
      ...connections,
      ...before.connections.filter(
        ({ vpnConnectionId: id }) => !there.has(id) && !gone.includes(id),
      ),
    ],
    gone: [...gone, ...before.gone.filter((id) => !there.has(id) && !gone.includes(id))],
  }
}

/** The first of each id. */
const unique = (gateways: readonly KnownGateway[]) => [
  ...new Map(gateways.toReversed().map((each) => [each.customerGatewayId, each])).values(),
]

const isIn = (gateways: readonly KnownGateway[] | undefined, id: string) =>
  gateways?.some(({ customerGatewayId }) => customerGatewayId === id) ?? false
