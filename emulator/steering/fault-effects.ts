import { ApiError, fail } from '../protocol/errors'
import type { Reply } from '../protocol/reply'
import type { Strike } from './faults'

/** Throws for the first fault that refuses the call before it does anything. */
export function throwFault(strikes: readonly Strike[]): void {
  for (const strike of strikes) {
    if (strike.fault === 'throttle')
      throw new ApiError(
        'Throttling.User',
        400,
        'Request was denied due to user flow control.',
        strike.retryAfterMs === undefined
          ? {}
          : { 'x-acs-retry-after': String(strike.retryAfterMs) },
      )
    if (strike.fault === 'denied') fail('Forbidden.RAM')
    if (strike.fault === 'quota' || strike.fault === 'blocking')
      throw new ApiError(strike.code, 400, 'The request is refused by a fault that was set.')
    if (strike.fault === 'error' && strike.when === 'before')
      throw new ApiError(strike.code, strike.status, strike.message)
  }
}

const badGateway =
  '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>'

/** What the faults make of the answer at that time; undefined when they leave it alone. */
export function faultReply(
  strikes: readonly Strike[],
  when: 'before' | 'after',
  reply: Reply = { status: 0, headers: {}, body: '' },
): Reply | undefined {
  let changed: Reply | undefined
  for (const strike of strikes) {
    const base = changed ?? reply
    if (strike.fault === 'delay' && when === 'after') changed = { ...base, delay: strike.ms }
    else if (strike.fault === 'patch' && when === 'after') changed = patched(base, strike.body)
    else if (strike.fault === 'truncated' && when === 'after')
      changed = { ...base, connection: 'cut' }
    else if ('when' in strike && strike.when === when) changed = replaced(strike, base)
  }
  return changed
}

function replaced(strike: Strike, base: Reply): Reply {
  if (strike.fault === 'timeout' || strike.fault === 'reset')
    return { ...base, connection: strike.fault }
  if (strike.fault === 'html')
    return { status: 502, headers: { 'content-type': 'text/html' }, body: badGateway }
  if (strike.fault === 'empty') return { status: 502, headers: {}, body: '' }
  if (strike.fault !== 'error') return base
  const { status, code, message } = strike
  return { ...base, status, body: JSON.stringify({ Code: code, Message: message }) }
}

function patched(reply: Reply, fields: Readonly<Record<string, unknown>>): Reply {
  const body: Record<string, unknown> = { ...JSON.parse(reply.body), ...fields }
  for (const [name, value] of Object.entries(fields)) if (value === null) delete body[name]
  return { ...reply, body: JSON.stringify(body) }
}
