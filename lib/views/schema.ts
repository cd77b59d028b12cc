import type { ActionResult } from '@/lib/request/result'

/** A table as somebody wants to see it again: what its address asks for. */
export interface SavedView {
  viewId: string
  /** Which table it is of. */
  table: string
  name: string
  /** The search of the address, `q=munich&sort=name.asc&hide=role`. */
  search: string
}

/** How many one may keep of a table. */
export const MOST_VIEWS = 50

/** What is done to views; each press brings a nonce of its own. */
export interface ViewActions {
  keepView: (view: SavedView, nonce: string) => Promise<ActionResult<SavedView>>
  nameView: (view: { viewId: string; name: string }, nonce: string) => Promise<ActionResult<void>>
  forgetView: (view: { viewId: string }, nonce: string) => Promise<ActionResult<void>>
}
