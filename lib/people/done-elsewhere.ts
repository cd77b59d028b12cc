import type { Purpose } from '@/lib/people/schema'

const CHANNEL = 'sign-in'

const wordFor = (purpose: Purpose, email: string): string => JSON.stringify([purpose, email])

/** Tells the pages of this browser that wait for it that somebody signed in, or proved to be there, in this tab. Browser only. */
export function tellDoneElsewhere(purpose: Purpose, email: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(wordFor(purpose, email))
  channel.close()
}

/** Waits for that; gives what ends the wait. Browser only. */
export function whenDoneElsewhere(purpose: Purpose, email: string, then: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (data === wordFor(purpose, email)) then()
  })
  return () => channel.close()
}
