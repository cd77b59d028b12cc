/** How the cloud's codes end when there is no such thing. */
export const NOT_FOUND = /NotFound$|NotExist$/

/**
 * Whether a failed read leaves nothing to show: there is no such thing, or it is another account's. The
 * failure is a `CloudError` on the server, a `QueryError` in the browser.
 */
export const hasNoPage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  // Alibaba: VPC answers `Forbidden` for what another account owns; a missing permission is `Forbidden.RAM`.
  (NOT_FOUND.test(error.code) || error.code === 'Forbidden')
