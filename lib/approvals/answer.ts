import 'server-only'
import { end, onWaiting, tell } from '@/lib/approvals/waiting'
import { OperationError } from '@/lib/failure/errors'
import type { Access } from '@/lib/people/access'
import { isAskedBy } from '@/lib/people/same-person'

/** Refuses what waits, with why. @throws OperationError, `OwnRequest` too: who asked withdraws instead */
export const reject = (access: Access, operationId: string, text: string): Promise<void> =>
  onWaiting(access, operationId, async (tx, waiting) => {
    if (isAskedBy(waiting.operation.begunBy, access.person)) throw new OperationError('OwnRequest')
    await tell(tx, waiting, { access, what: 'rejected', text })
    await end(tx, waiting, 'rejected')
  })

/** Takes back what one asked for. @throws OperationError, `RequestOver` for what somebody else asked for */
export const withdraw = (access: Access, operationId: string, text: string): Promise<void> =>
  onWaiting(access, operationId, async (tx, waiting) => {
    if (!isAskedBy(waiting.operation.begunBy, access.person))
      throw new OperationError('RequestOver')
    await tell(tx, waiting, { access, what: 'withdrawn', text })
    await end(tx, waiting, 'cancelled')
  })

/** Says something about what waits. @throws OperationError */
export const remark = (access: Access, operationId: string, text: string): Promise<void> =>
  onWaiting(access, operationId, (tx, waiting) =>
    tell(tx, waiting, { access, what: 'remark', text }),
  )
