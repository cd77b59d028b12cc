/**
 * The policy of one page: nothing runs but our own scripts, which carry `nonce`; nothing is loaded from or
 * sent to another host; nobody frames us. `development` lets Next's dev server evaluate, inject styles and
 * keep its socket open.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const directives = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': development ? "'self' ws:" : "'self'",
    'manifest-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    // A form that is sent before the page is alive would put what was typed into the address.
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** The headers every answer carries, whatever it is. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** Those of a script, style sheet or font: the others say how a document behaves, and cost a tenth of a small script. */
export const ASSET_HEADERS = {
  'x-content-type-options': SECURITY_HEADERS['x-content-type-options'],
  'cross-origin-resource-policy': SECURITY_HEADERS['cross-origin-resource-policy'],
}

/**
 * Headers with a meaning inside Next or between proxies; from a browser they can only be forged. Next's
 * development client sends two request ids of its own, without which no action of a page ever answers.
 */
export const isInternalHeader = (name: string): boolean =>
  /^(x-middleware-|x-forwarded-|x-nextjs-(?!(?:html-)?request-id$)|x-next-|x-invoke-|x-action-|x-matched-path$|x-now-|x-vercel-|x-prerender-|x-revalidate|x-gate-|next-resume|forwarded$|x-real-ip$|x-nonce$|content-security-policy)/i.test(
    name,
  )

/** In an answer to the gate: the session of whoever asked. It goes no further. */
export const GATE_SESSION_HEADER = 'x-gate-session'

/** Carries the gate's secret of this start; what does not carry it did not pass the gate. */
export const GATE_SECRET_HEADER = 'x-gate-secret'
