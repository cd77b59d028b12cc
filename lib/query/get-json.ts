import { QueryError } from '@/lib/failure/in-browser'
import type { Packed } from '@/lib/i18n/message'
import { tellSignedOut } from '@/lib/people/signed-out'
import { SIGNED_OUT } from '@/lib/request/result'

interface Known {
  etag: string
  body: unknown
  size: number
}

/** What was answered last, by address: the console sends it again only when it has changed. The oldest are forgotten. */
const known = new Map<string, Known>()
/** Characters of JSON that all of it together may have. */
const MOST = 8_000_000
let size = 0

/**
 * GETs one of our own API paths. Undefined parameters are left out.
 * @throws QueryError with the cloud's code, or `NoConsole` when the console itself does not answer.
 */
export async function getJson<T>(
  path: string,
  params: Record<string, string | undefined> = {},
): Promise<T> {
  const search = new URLSearchParams(
    Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  const address = search.size ? `${path}?${search}` : path
  const before = known.get(address)
  const response = await fetch(
    address,
    before && { headers: { 'if-none-match': before.etag } },
  ).catch(() => undefined)
  if (!response) throw new QueryError('NoConsole')
  // The very same object: nothing that shows it draws again.
  if (before && response.status === 304) return before.body as T
  const text = await response.text().catch(() => '')
  const body = parsed(text) as T & { code?: string; message?: Packed; requestId?: string }
  if (body.code === SIGNED_OUT) tellSignedOut()
  if (!response.ok)
    throw new QueryError(body.code ?? `HTTP ${response.status}`, body.message, body.requestId)
  remember(address, { etag: response.headers.get('etag') ?? '', body, size: text.length })
  return body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function remember(address: string, answer: Known): void {
  forget(address)
  if (answer.etag === '' || answer.size > MOST) return
  known.set(address, answer)
  size += answer.size
  for (const oldest of known.keys()) {
    if (size <= MOST) return
    forget(oldest)
  }
}

function forget(address: string): void {
  size -= known.get(address)?.size ?? 0
  known.delete(address)
}
