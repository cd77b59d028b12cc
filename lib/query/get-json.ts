/** A read that failed, as the screen shows it: code, what the cloud said, request id to copy. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly code: string
  readonly requestId: string | undefined

  constructor(code: string, text: string, requestId?: string) {
    super(text)
    this.code = code
    this.requestId = requestId
  }
}

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
