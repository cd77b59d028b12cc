import { setLeaving } from '@/lib/navigation/leaving'
import { reasonStore } from '@/lib/people/reason-asked'
import { ACCOUNT_ATTRIBUTE, ACCOUNT_HEADER, asHeader } from '@/lib/request/account-header'
import { REASON_HEADER, reasonAsHeader } from '@/lib/request/reason-header'

// Compiling a schema needs `eval`, which the policy refuses: zod would ask on every page, and each time it is a violation.
const ofZod = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
ofZod.__zod_globalConfig = { ...ofZod.__zod_globalConfig, jitless: true }

const plain = window.fetch.bind(window)

/**
 * Every request of a page says which account the page was made for, since another tab may have chosen another one, and
 * every action why it is pressed, where its reader said so.
 * Here and not at the calls, because Next sends those of server actions and of parts of pages itself.
 */
window.fetch = (resource, options = {}) => {
  const account = document.documentElement.dataset[ACCOUNT_ATTRIBUTE]
  const address = resource instanceof Request ? resource.url : resource
  if (
    account === undefined ||
    new URL(address, window.location.href).origin !== window.location.origin
  )
    return plain(resource, options)
  const headers = new Headers(
    options.headers ?? (resource instanceof Request ? resource.headers : undefined),
  )
  headers.set(ACCOUNT_HEADER, asHeader(account))
  // An action is a POST; why its reader changes something does not concern what only reads.
  const reason = options.method === 'POST' && reasonStore.read()
  if (reason) headers.set(REASON_HEADER, reasonAsHeader(reason))
  return plain(resource, { ...options, headers })
}

/** Next calls it when a page is gone to. What is the page already is there. */
export function onRouterTransitionStart(address: string) {
  const to = new URL(address, window.location.href)
  const { pathname, search } = window.location
  if (to.pathname + to.search !== pathname + search) setLeaving(true)
}
