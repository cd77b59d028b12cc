/** Whether a failed read says that there is no such thing: a `CloudError` on the server, a `QueryError` in the browser. */
export const saysNotFound = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /NotFound$|NotExist$/.test(error.code)
