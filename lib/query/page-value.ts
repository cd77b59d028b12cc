/** A value of the open page that any module may set and components follow by `useSyncExternalStore`. Browser only. */
export interface PageValue<Value> {
  set: (next: Value) => void
  read: () => Value
  /** What it is before anybody sets it, which the server shows. */
  readOnServer: () => Value
  subscribe: (listener: () => void) => () => void
}

/** Makes one. Who follows it is told when another value is set, by `Object.is`. */
export function pageValue<Value>(initial: Value): PageValue<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    set: (next) => {
      if (Object.is(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    read: () => value,
    readOnServer: () => initial,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
