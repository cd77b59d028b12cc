/** Why a request is turned away before anything runs. */
export interface Refusal {
  status: 403 | 405 | 421
  reason: string
}

export interface GateRequest {
  method: string
  host: string | null
  origin: string | null
  secFetchSite: string | null
}

/**
 * The request gate: `Host` must be on the allow-list (else a foreign page can reach a loopback server by
 * DNS rebinding), and a state-changing request must come from our own pages.
 */
export function refusal(
  request: GateRequest,
  allowedHosts: readonly string[],
): Refusal | undefined {
  if (!request.host || !allowedHosts.includes(request.host.toLowerCase()))
    return { status: 421, reason: 'This host name is not served here. Add it to ALLOWED_HOSTS.' }
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (request.method !== 'POST') return { status: 405, reason: 'Only GET, HEAD and POST.' }
  if (request.secFetchSite) {
    if (request.secFetchSite === 'same-origin') return undefined
  } else if (isOrigin(request.origin, request.host)) return undefined
  return { status: 403, reason: 'This request did not come from the console itself.' }
}

const isOrigin = (origin: string | null, host: string) =>
  origin === `http://${host}` || origin === `https://${host}`

/** The hosts always served: loopback names with our port, then those of `ALLOWED_HOSTS`. */
export function allowedHosts(port: number, extra: readonly string[]): string[] {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  return [...loopback, ...extra.map((host) => host.toLowerCase())]
}
