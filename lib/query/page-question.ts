import { type PageValue, pageValue } from '@/lib/query/page-value'

/** What the page is asked now. */
interface Asking<Facts> {
  facts: Facts
  /** What had the focus when it was asked, and gets it back. */
  from: HTMLElement | undefined
  /** All presses that wait for the answer. */
  waiting: ((isAnswered: boolean) => void)[]
}

interface PageQuestion<Facts> {
  store: PageValue<Asking<Facts> | undefined>
  /** Asks whoever is at the page; gives whether that was answered. Presses that ask meanwhile wait for the same answer. */
  ask: (facts: Facts) => Promise<boolean>
  /** It was answered, or the person does not want to now: every press that waits goes on, or comes to nothing. */
  answer: (isAnswered: boolean) => void
}

/** Makes a question over the page that a press may have to ask. Browser only. */
export function pageQuestion<Facts>(): PageQuestion<Facts> {
  const store = pageValue<Asking<Facts> | undefined>(undefined)
  return {
    store,
    ask: (facts) =>
      new Promise((resolve) => {
        const asked = store.read()
        const { activeElement } = document
        const from = activeElement instanceof HTMLElement ? activeElement : undefined
        if (asked) asked.waiting.push(resolve)
        else store.set({ facts, from, waiting: [resolve] })
      }),
    answer: (isAnswered) => {
      const waiting = store.read()?.waiting ?? []
      store.set(undefined)
      for (const resolve of waiting) resolve(isAnswered)
    },
  }
}
