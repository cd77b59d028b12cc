import { pageValue } from '@/lib/query/page-value'

/** What one operation has to say, from its start to its end. */
export interface Notice {
  /** Of the operation: a later notice of the same id takes the place of the earlier. */
  id: string
  /** `asks`: it waits for a person. */
  state: 'running' | 'asks' | 'done' | 'failed'
  /** A whole sentence in the reader's language. */
  text: string
  /** Where to see it. */
  href?: string
  /** What takes back what was done, and what its button says. */
  undo?: { label: string; run: () => void } | undefined
  /** For a failure: the cloud's code and request id. */
  code?: string | undefined
  requestId?: string | undefined
  /** Called when it is put away, by hand or by itself. */
  onDismiss?: () => void
}

/** All that are shown, oldest first. */
export const noticeStore = pageValue<readonly Notice[]>([])

/** Shows a notice, or turns the one with the same id into this. Browser only. */
export function notify(notice: Notice): void {
  const notices = noticeStore.read()
  const known = notices.some(({ id }) => id === notice.id)
  noticeStore.set(
    known ? notices.map((each) => (each.id === notice.id ? notice : each)) : [...notices, notice],
  )
}

/** Puts a notice away. The operation goes on. */
export function dismiss(id: string): void {
  const notices = noticeStore.read()
  const notice = notices.find((each) => each.id === id)
  if (!notice) return
  noticeStore.set(notices.filter((each) => each.id !== id))
  notice.onDismiss?.()
}

/** Whether an operation is shown as under way. */
export const isUnderWay = (id: string): boolean =>
  noticeStore.read().some((notice) => notice.id === id && notice.state === 'running')
