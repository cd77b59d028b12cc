import { errorTable } from './error-table'

export type ErrorCode = keyof typeof errorTable

/** A refusal in Alibaba's terms: whatever finds it throws it, `answer` turns it into a reply. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: string,
    status: number,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.code = code
    this.status = status
    this.headers = headers
  }
}

/** Throws the error of that code, with its HTTP status and, unless given, its usual message. */
export function fail(code: ErrorCode, message?: string): never {
  const [status, text] = errorTable[code]
  throw new ApiError(code, status, message ?? text)
}

/** The value, or the error of that code when it is missing. */
export function found<T>(value: T | undefined, code: ErrorCode, message?: string): T {
  return value ?? fail(code, message)
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code)
}
