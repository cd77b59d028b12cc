import { QueryError } from '@/lib/failure/in-browser'

/**
 * GETs one of our own API paths. Undefined parameters are left out.
 * @throws QueryError with the cloud's code, or `Unreachable` when the console itself does not answer.
 */
export async function getJson<T>(
  path: string,
  params: Record<string, string | undefined> = {},
): Promise<T> {
  const search = new URLSearchParams(
    Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  const response = await fetch(search.size ? `${path}?${search}` : path).catch(() => undefined)
  if (!response) throw new QueryError('Unreachable', '')
  const body = (await response.json().catch(() => ({}))) as T & {
    code?: string
    message?: string
    requestId?: string
  }
  if (!response.ok)
    throw new QueryError(body.code ?? `HTTP ${response.status}`, body.message ?? '', body.requestId)
  return body
}
