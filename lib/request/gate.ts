/** Why a request is turned away before anything runs. */
export interface Refusal {
  status: 403 | 405 | 421
  reason: string
}

/** A link on another site may open a page; data may be asked for by our own pages only; health by any machine. */
export type Asked = 'page' | 'data' | 'health'

export interface GateRequest {
  method: string
  asked: Asked
  /** How this request reached the console; with the host it makes the only origin that is ours. */
  scheme: 'http' | 'https'
  host: string | null
  origin: string | null
  referer: string | null
  secFetchSite: string | null
  secFetchMode: string | null
  secFetchDest: string | null
  /** A script shows a token: no browser sends one of itself. */
  bearer: boolean
}

/**
 * The request gate: `Host` must be on the allow-list (else a foreign page can reach a loopback server by
 * DNS rebinding), and what changes something or answers data must come from our own pages.
 */
export function refusal(
  request: GateRequest,
  allowedHosts: readonly string[],
): Refusal | undefined {
  if (!request.host || !allowedHosts.includes(request.host.toLowerCase()))
    return { status: 421, reason: 'This host name is not served here. Add it to ALLOWED_HOSTS.' }
  if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'POST')
    return { status: 405, reason: 'Only GET, HEAD and POST.' }
  if (isOurs(request)) return undefined
  return { status: 403, reason: 'This request did not come from the console itself.' }
}

function isOurs(request: GateRequest): boolean {
  const { method, asked, origin, referer, secFetchSite, bearer } = request
  const own = `${request.scheme}://${request.host?.toLowerCase()}`
  const writes = method === 'POST'
  if (asked === 'health' && !writes) return true
  // One that says something else than the fetch metadata beside it was made up.
  if (origin !== null && origin !== own) return false
  if (secFetchSite) return secFetchSite === 'same-origin' || (!writes && opensPage(request))
  // Every browser names the origin of a POST, so what shows a token and names none is none.
  if (writes) return origin === own || (origin === null && bearer && asked === 'data')
  return asked === 'page' || referer === null || originOf(referer) === own
}

/** A person follows a link or types an address; a frame, a script or an image of another site does not pass. */
const opensPage = ({ asked, secFetchSite, secFetchMode, secFetchDest }: GateRequest): boolean =>
  asked === 'page' &&
  (secFetchSite === 'none' || (secFetchMode === 'navigate' && secFetchDest === 'document'))

const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined

/** What the path of a request asks for. */
export const askedAt = (path: string): Asked =>
  path === '/api/health' ? 'health' : path.startsWith('/api/') ? 'data' : 'page'

/** Reads from its headers what the gate judges a request by; `x-forwarded-proto` is the gate's own word. */
export const gateRequest = (
  method: string,
  asked: Asked,
  { get }: { get: (name: string) => string | null },
): GateRequest => ({
  method,
  asked,
  scheme: get('x-forwarded-proto') === 'https' ? 'https' : 'http',
  host: get('host'),
  origin: get('origin'),
  referer: get('referer'),
  secFetchSite: get('sec-fetch-site'),
  secFetchMode: get('sec-fetch-mode'),
  secFetchDest: get('sec-fetch-dest'),
  bearer: get('authorization')?.startsWith('Bearer ') ?? false,
})

/**
 * The hosts that are served: those of `ALLOWED_HOSTS`, and on a loopback address the names of this machine
 * with our port. Listening publicly, such a name in `Host` would be a lie.
 */
export function allowedHosts(
  port: number,
  extra: readonly string[],
  isPublic: boolean = false,
): string[] {
  const own = isPublic ? [] : ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  return [...own, ...extra.map((host) => host.toLowerCase())]
}
