const CHANGING_MS = 2000
const SETTLED_MS = 30_000

/** The cloud works on it: every such word ends so (`Attaching`, `Replacing`, `updating`). */
export const isChanging = (status: string): boolean => /ing$/i.test(status)

/**
 * A `refetchInterval`: milliseconds until the next look, soon while one of the statuses read last says that
 * something changes. The query library looks only while the tab is visible.
 */
export const pollByStatus =
  <T>(statuses: (data: T) => readonly string[]) =>
  ({ state }: { state: { data: T | undefined } }): number =>
    state.data !== undefined && statuses(state.data).some(isChanging) ? CHANGING_MS : SETTLED_MS
