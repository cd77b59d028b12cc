import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** Names this process for ever: host, process id, and a part that a later process does not repeat. */
export const newExecutorId = (): string => `${hostname()}/${process.pid}/${randomUUID()}`

/** A process of this host is seen to be gone at once; for one of another host only its silence tells. */
export function isGone(executorId: string, self: string): boolean {
  const [host, pid] = executorId.split('/')
  if (host !== hostname() || executorId === self) return false
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
