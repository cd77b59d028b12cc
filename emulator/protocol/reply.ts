import type { ApiError } from './errors'
import type { Body } from './operation'

/** What goes back: a whole answer, or the way the connection ends instead. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** cut: half the body, then the connection ends. timeout: never an answer. reset: the connection ends at once. */
  readonly connection?: 'cut' | 'timeout' | 'reset'
  /** Real ms to wait before it leaves. */
  readonly delay?: number
}

const json = { 'content-type': 'application/json;charset=utf-8' }

/** An answer in JSON, as both products give it. */
export function success(body: Body, requestId: string): Reply {
  return {
    status: 200,
    headers: { ...json, 'x-acs-request-id': requestId },
    body: JSON.stringify({ ...body, RequestId: requestId }),
  }
}

/** A refusal in JSON. */
export function failure(error: ApiError, requestId: string, host: string): Reply {
  const { code, status, message, headers } = error
  return {
    status,
    headers: { ...json, 'x-acs-request-id': requestId, ...headers },
    body: JSON.stringify({
      RequestId: requestId,
      HostId: host,
      Code: code,
      Message: message,
      Recommend: `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(code)}&requestId=${requestId}`,
    }),
  }
}
