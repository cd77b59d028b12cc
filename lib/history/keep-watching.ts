import 'server-only'
import { forgetHistory, watchDue, watchInterval } from '@/lib/history/watch'
import { postDue } from '@/lib/history/webhook'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

const TICK_MS = 5000
const DAY_MS = 86_400_000

/** Watches, tells what changed and forgets, for as long as this process lives; nothing where nobody is to watch. */
export const keepWatching = (): void =>
  once('watcher', () => {
    if (watchInterval() === 0) return
    again(TICK_MS, watchDue)
    again(TICK_MS, postDue)
    again(DAY_MS, forgetHistory)
  })

/** One run after the other, `milliseconds` apart; what fails is tried again the next time. */
function again(milliseconds: number, work: () => Promise<void>): void {
  const run = async () => {
    try {
      await work()
    } catch (error) {
      log.warn({ error }, 'the watcher could not go on, and tries again')
    }
    setTimeout(() => void run(), milliseconds).unref()
  }
  void run()
}
