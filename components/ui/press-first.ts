import type { KeyboardEvent } from 'react'

/** Ctrl+Enter, in whatever of it: its first button knows whether it may be pressed. A form around it is not meant. */
export const pressFirst = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const first = event.currentTarget.querySelector<HTMLElement>(':scope > footer button')
  if (!first) return
  event.preventDefault()
  event.stopPropagation()
  first.click()
}
