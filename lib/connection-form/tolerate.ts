import type { Unread } from '@/lib/attach-form/surroundings'
import { CloudError } from '@/lib/failure/errors'

/** Reads a list of which a form can do without: a failure is noted in `unread`, and the form is poorer. */
export const tolerate =
  (unread: Unread[]) =>
  async <T, U>(what: Unread['what'], reading: Promise<T>, otherwise: U): Promise<T | U> => {
    try {
      return await reading
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const { code, message, requestId } = error
      unread.push({ what, code, message, ...(requestId && { requestId }) })
      return otherwise
    }
  }
