import { type Block, contains, parseAddress, parseBlock } from '../../net'
import type { Route } from './route'

export const filterKeys = [
  'PrefixExactMatchCidrs',
  'LongestPrefixMatchCidrs',
  'SubnetOfMatchCidrs',
  'SupernetOfMatchCidrs',
] as const

/** The routes that a RouteFilter of ListTransitRouterRouteEntries lets through; any of its values is enough. */
export function filterRoutes(
  routes: readonly Route[],
  key: (typeof filterKeys)[number],
  values: readonly string[],
): Route[] {
  const wanted = values.flatMap((text) => blockOrAddress(text) ?? [])
  const blocks = new Map(routes.map((route) => [route, parseBlock(route.destination)]))
  const test = (predicate: (own: Block, want: Block) => boolean) =>
    routes.filter((route) => {
      const own = blocks.get(route)
      return own !== undefined && wanted.some((want) => predicate(own, want))
    })
  switch (key) {
    case 'PrefixExactMatchCidrs':
      return test((own, want) => own.start === want.start && own.length === want.length)
    case 'SubnetOfMatchCidrs':
      return test((own, want) => contains(want, own))
    case 'SupernetOfMatchCidrs':
      return test(contains)
    case 'LongestPrefixMatchCidrs': {
      const longest = new Map(
        wanted.map((want) => [
          want,
          Math.max(
            ...[...blocks.values()].flatMap((own) =>
              own && contains(own, want) ? own.length : [],
            ),
          ),
        ]),
      )
      return test((own, want) => contains(own, want) && own.length === longest.get(want))
    }
  }
}

function blockOrAddress(text: string): Block | undefined {
  const start = parseAddress(text)
  return start === undefined ? parseBlock(text) : { start, length: 32 }
}
