import { withoutSecrets } from '@/lib/cloud/secrets'
import { CloudError, type CloudFailure, type Outcome, saysThrottled } from '@/lib/failure/errors'
import { showDirection, withoutControls } from '@/lib/text/characters'

/** What the SDK and Node put on the errors they throw; all of it is unproven. */
interface Thrown {
  name?: unknown
  code?: unknown
  statusCode?: unknown
  syscall?: unknown
  retryAfter?: unknown
  data?: Record<string, unknown> | null
}

// Alibaba, gateway codes: the same token is still at work, the same nonce was seen, nobody knows.
const UNDECIDED = new Set([
  'InternalError',
  'ServiceUnavailable',
  'SignatureNonceUsed',
  'TokenProcessing',
  'UnknownError',
])

/** The outcome of an answer that carries a code, whatever its status. */
function outcomeOf(code: string, status: number): Outcome {
  if (saysThrottled(code)) return 'refused'
  return status >= 500 || UNDECIDED.has(code) ? 'unknown' : 'refused'
}

/** Turns whatever was thrown while a request was under way into the one error, with no secret in it. */
export function cloudError(thrown: unknown, secrets: string[]): CloudError {
  if (thrown instanceof CloudError) return thrown
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Thrown
  return new CloudError(answered(error, secrets) ?? unanswered(error))
}

/** The cloud answered with a code of its own. */
function answered({ statusCode, data, retryAfter }: Thrown, secrets: string[]) {
  const code = data?.['Code'] ?? data?.['code']
  if (typeof statusCode !== 'number' || typeof code !== 'string') return undefined
  return codedFailure(code, statusCode, data ?? {}, secrets, retryAfter)
}

/** A failure out of an answer's own code and message. The message keeps no URL and no secret. */
export function codedFailure(
  code: string,
  status: number,
  body: Record<string, unknown>,
  secrets: string[],
  retryAfter?: unknown,
): CloudFailure {
  const message = body['Message'] ?? body['message']
  const requestId = body['RequestId'] ?? body['requestId']
  return {
    code,
    status,
    outcome: outcomeOf(code, status),
    message:
      showDirection(withoutControls(withoutSecrets(textOf(message), secrets)))
        .replace(/https?:\/\/\S+/g, '')
        .trim()
        .slice(0, 500) || code,
    ...(typeof requestId === 'string' && { requestId }),
    ...(typeof retryAfter === 'number' && retryAfter > 0 && { retryAfter }),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** No usable answer: only what Node says about the connection tells whether anything was sent. */
function unanswered({ name, code, syscall, statusCode }: Thrown): CloudFailure {
  if (code === 'InvalidCredentials') return local('InvalidCredentials', 'refused')
  const notSent =
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    code === 'ECONNREFUSED' ||
    (typeof code === 'string' && /CERT|^ERR_TLS_|LEAF_SIGNATURE/.test(code))
  if (notSent) return local('Unreachable', 'refused')
  if (name === 'RequestTimeoutError') return local('Timeout', 'unknown')
  if (typeof code === 'string' && typeof statusCode !== 'number')
    return local('ConnectionLost', 'unknown')
  return local('UnreadableAnswer', 'unknown')
}

const WORDS = {
  InvalidCredentials: 'No usable credentials for this profile.',
  UnknownRegion: 'The console knows no such region; nothing was sent.',
  Unreachable: 'The cloud could not be reached; nothing was sent.',
  Timeout: 'The cloud did not answer in time.',
  ConnectionLost: 'The connection broke before the answer came.',
  UnreadableAnswer: 'The answer could not be read.',
}

/** A failure that is ours to put in words. The catalogues have each code under `rules.cloud`. */
export const local = (code: keyof typeof WORDS, outcome: Outcome): CloudFailure => ({
  code,
  outcome,
  message: WORDS[code],
})
