/** How the cloud's codes say that there is no such thing; CBN has some of its own. */
const CODES =
  /NotFound$|NotExist$|^Parameter(Cen)?InstanceId$|^IllegalParam\.TransitRouterRouteEntryId$/

export const saysNotFound = (code: string): boolean => CODES.test(code)

/**
 * Whether a failed read leaves nothing to show: there is no such thing, or it is another account's. The
 * failure is a `CloudError` on the server, a `QueryError` in the browser.
 */
export const hasNoPage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  // Alibaba: VPC answers `Forbidden` for what another account owns; a missing permission is `Forbidden.RAM`.
  (saysNotFound(error.code) || error.code === 'Forbidden')
