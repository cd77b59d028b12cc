import { noteBusy } from '@/lib/cloud/trace'
import { type CloudError, saysThrottled } from '@/lib/failure/errors'

/** How long a single write is sent again while the cloud is busy or limits calls, in milliseconds. */
const PATIENCE = 10_000
/** The first pause; each next one is half as long again. */
const PAUSE = 700

// Alibaba, error codes of CBN and VPC: another change is under way, the same call is right a moment later.
const BUSY =
  /^(Operation\.Blocking|OperationConflict|TaskConflict|OperationFailed\.TaskConflict|IncorrectStatus\.Status|Appliance\.Configuring|VpnGateway\.Configuring|VpnConnection\.Configuring|VpnTask\.CONFLICT)$/i

/**
 * Sends a write until the cloud takes it or refuses it for good. Only a call that certainly did nothing goes out
 * again, with the same token. `failureOf`: what was thrown, as the one error.
 */
export async function patiently<T>(
  send: () => Promise<T>,
  failureOf: (thrown: unknown) => CloudError,
): Promise<T> {
  const until = performance.now() + PATIENCE
  for (let pause = PAUSE; ; pause *= 1.5) {
    try {
      return await send()
    } catch (thrown) {
      const error = failureOf(thrown)
      const wait = Math.max(pause, error.retryAfter ?? 0)
      const passes =
        error.outcome === 'refused' && (saysThrottled(error.code) || BUSY.test(error.code))
      if (!passes || performance.now() + wait > until) throw error
      noteBusy(error.code)
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
