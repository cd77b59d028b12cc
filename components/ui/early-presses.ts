declare global {
  interface Window {
    /** Of the script below. */
    earlyPresses?: { answer: (button: HTMLElement) => void }
  }
}

/**
 * The script that keeps presses until the page can answer them. It runs before anything else of the page. A button
 * that is pressed before it is alive fades, to show that the press was heard, and is pressed again once it is alive.
 * Ctrl+Enter presses the button that sends the form. Written for a browser as it is: nothing compiles it.
 */
export const KEEP_EARLY_PRESSES = `(() => {
  const alive = new WeakSet(), kept = new Map()
  const keep = (button) => {
    if (!kept.has(button)) kept.set(button, button.animate({ opacity: [0.5, 0.5] }, { duration: 1e9 }))
  }
  const forget = (button) => {
    kept.get(button)?.cancel()
    return kept.delete(button)
  }
  window.earlyPresses = {
    answer(button) {
      alive.add(button)
      // Not within the press that brought it to life, which is answered itself.
      setTimeout(() => forget(button) && button.isConnected && button.click())
    },
  }
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button[data-press]')
    if (!button || alive.has(button)) return
    keep(button)
    // React comes first: it brings the button to life if it can, and stops the press if it cannot.
    button.addEventListener('click', () => alive.has(button) && forget(button), { once: true })
  }, true)
  addEventListener('keydown', ({ target, key, ctrlKey, metaKey }) => {
    const form = key === 'Enter' && (ctrlKey || metaKey) && target instanceof Element && target.closest('form')
    const button = form && form.querySelector('button[data-submit]')
    if (button && !alive.has(button)) keep(button)
  }, true)
})()`

/** Says that a button is alive: it answers a press that was kept for it. */
export const answerEarlyPress = (button: HTMLElement | null): void => {
  if (button) window.earlyPresses?.answer(button)
}
