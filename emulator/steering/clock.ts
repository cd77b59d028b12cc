/** Where the emulator takes the time from. `now` is epoch milliseconds; `advance` moves it forward. */
export interface Clock {
  now(): number
  advance(ms: number): void
  /** Sets how far it is ahead of the machine; a clock that has nothing to do with the machine lacks it. */
  setAhead?(ms: number): void
}

/** The machine's time plus whatever it was advanced by. */
export function systemClock(): Clock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms
    },
    setAhead: (ms) => {
      ahead = ms
    },
  }
}

/** A clock that stands still until it is advanced. */
export function virtualClock(start = Date.UTC(2026, 0, 1)): Clock {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}
