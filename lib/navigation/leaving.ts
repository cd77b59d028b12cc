import { pageValue } from '@/lib/query/page-value'

/** Whether the reader is on the way to another page, from the press to the page. */
export const leavingStore = pageValue(false)

/** Says that somebody is on the way, or has arrived. */
export const setLeaving = (next: boolean): void => leavingStore.set(next)
