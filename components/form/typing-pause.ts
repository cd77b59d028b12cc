/** Milliseconds without a key after which a busy page goes unnoticed. */
const PAUSE = 150

let lastKey: number | undefined

/** Waits until nobody types: what is heavy must not make a key wait. */
export async function typingPause(): Promise<void> {
  if (lastKey === undefined) {
    lastKey = 0
    addEventListener('keydown', () => (lastKey = performance.now()), { capture: true })
  }
  for (let rest = PAUSE; rest > 0; rest = lastKey + PAUSE - performance.now())
    await new Promise((resolve) => setTimeout(resolve, rest))
}
