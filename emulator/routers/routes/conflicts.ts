import type { Route, RouteStatus } from './route'

// Guide, Limits: at most 16 equal-cost routes.
const ecmp = 16

// Only these balance over several equal routes; two VPCs with one prefix conflict.
const balanced = new Set<string>(['VPN', 'VBR', 'ECR'])

/** Decides among routes of one destination. A static route wins; else the best propagated ones, equal ones together. */
export function resolveConflicts(routes: readonly Route[]): Route[] {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    const group = groups.get(route.destination)
    if (group) group.push(route)
    else groups.set(route.destination, [route])
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : resolve(group)))
}

function resolve(group: readonly Route[]): Route[] {
  const hasStatic = group.some(({ type }) => type === 'Static')
  const rivals = group.filter(isRival)
  const best = [...rivals].sort(compare)[0]
  let active = 0
  return group.map((route) => {
    if (!isRival(route)) return route
    const status = ((): RouteStatus => {
      if (hasStatic) return 'Rejected'
      if (route === best) return 'Active'
      if (route.isBackup && best && !best.isBackup) return 'Standby'
      const equal = best !== undefined && rank(route) === rank(best) && canBalance(route, best)
      if (equal && active < ecmp - 1) {
        active += 1
        return 'Active'
      }
      return best?.originResourceType === 'VPC' && route.originResourceType === 'VPC'
        ? 'Rejected'
        : 'Candidate'
    })()
    return { ...route, status }
  })
}

function isRival({ type, status }: Route): boolean {
  return type === 'Propagated' && status === 'Active'
}

function canBalance(a: Route, b: Route): boolean {
  return a.originResourceType === b.originResourceType && balanced.has(a.originResourceType)
}

// Lower is better: backup last, then preference, then what the cloud knows itself before what it learned, then the AS path.
function rank(route: Route): number {
  const source = route.origin === 'BGP' ? 1 : 0
  return (
    (route.isBackup ? 1_000_000 : 0) +
    route.preference * 1_000 +
    source * 500 +
    Math.min(route.asPath.length, 499)
  )
}

function compare(a: Route, b: Route): number {
  return rank(a) - rank(b)
}
