import 'server-only'
import { expireRequests } from '@/lib/approvals/expire'
import { postRequests } from '@/lib/approvals/webhook'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

/** Where no account asks for a second person there is only what was asked before none did, to be ended in time. */
const tickMs = () => (env.SECOND_PERSON.length > 0 ? 5000 : 300_000)

/** Tells what waits for a second person, and ends what waited too long, for as long as this process lives. */
export const keepRequests = (): void =>
  once('requests kept', () => {
    setInterval(() => void tick(), tickMs()).unref()
  })

/** What fails is tried again the next time. */
async function tick(): Promise<void> {
  try {
    await postRequests()
    await expireRequests()
  } catch (error) {
    log.warn({ error }, 'the requests for approval could not be tended, and are later')
  }
}
