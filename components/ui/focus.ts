/** Focuses what is no control, a heading or a panel, and leaves the page where it stands. */
export function focusQuietly(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/**
 * Gives the focus back to what had it before something opened; where that is gone, as the button of rows that were
 * deleted, to the heading of the page.
 */
export function giveBackFocus(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus()
  if (document.activeElement !== document.body) return
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading) focusQuietly(heading)
}
