/** What times are shown in until the reader asks for local time. */
export const UTC = 'UTC'

/** How much of a moment is shown. */
export type Precision = 'minute' | 'second' | 'millisecond'

const LENGTHS: Record<Precision, number> = { minute: 16, second: 19, millisecond: 23 }

/** Making one takes a hundred times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** @throws RangeError for what is no IANA time zone */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      timeZoneName: 'shortOffset',
    })
  clocks.set(timeZone, clock)
  return clock
}

/** Whether this machine knows the rules of a time zone, `Asia/Shanghai`. */
export function isTimeZone(name: string): boolean {
  try {
    return clockOf(name) !== undefined
  } catch {
    return false
  }
}

/** The time zone of this machine, the reader's in the browser; told apart from UTC where it is the same. */
export function localZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone === UTC ? 'Etc/UTC' : timeZone
}

/**
 * A moment (ISO 8601, or milliseconds since 1970) as the clocks of a time zone (IANA) show it, with how far they are from UTC:
 * `2026-11-20 14:03 UTC`, `2026-11-20 22:03 UTC+8`; a dash when there is none.
 */
export function printTime(moment: string | number, timeZone: string, precision: Precision): string {
  const at = typeof moment === 'number' ? moment : Date.parse(moment)
  if (Number.isNaN(at)) return '-'
  const { clock, offset } = wallClock(at, timeZone)
  return `${clock.slice(0, LENGTHS[precision])} ${offset}`
}

/** How far the clocks of a time zone are from UTC at a moment (milliseconds): `UTC`, `UTC+8`, `UTC-3:30`. */
export const offsetOf = (at: number, timeZone: string): string => wallClock(at, timeZone).offset

function wallClock(at: number, timeZone: string) {
  if (timeZone === UTC)
    return { clock: new Date(at).toISOString().slice(0, 23).replace('T', ' '), offset: UTC }
  const part = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const { year, month, day, hour, minute, second, fractionalSecond, timeZoneName = '' } = part
  return {
    clock: `${year}-${month}-${day} ${hour}:${minute}:${second}.${fractionalSecond}`,
    // Whose clocks show UTC asked for local time all the same: it is told apart.
    offset: `UTC${timeZoneName.replace(/^(GMT|UTC)/, '') || '+0'}`,
  }
}

/** Units of a length of time in seconds, and from how many seconds on they are used: a day is 24 h, two are 2 d. */
const UNITS = [
  { unit: 'years', seconds: 31_536_000, from: 2 * 31_536_000 },
  { unit: 'days', seconds: 86_400, from: 2 * 86_400 },
  { unit: 'hours', seconds: 3600, from: 3600 },
  { unit: 'minutes', seconds: 60, from: 60 },
  { unit: 'seconds', seconds: 1, from: 0 },
] as const
export type TimeUnit = (typeof UNITS)[number]['unit']

/**
 * A length of time (seconds, not negative) in its largest units, what is left of the last one dropped:
 * 3661 in two units is 1 hour and 1 minute. Units of which there is none are left out.
 */
export function splitDuration(seconds: number, units: number): { unit: TimeUnit; count: number }[] {
  let left = Math.max(0, Math.floor(seconds))
  const first = UNITS.findIndex(({ from }) => left >= from)
  const parts = UNITS.slice(first, first + units).map((each) => {
    const count = Math.floor(left / each.seconds)
    left -= count * each.seconds
    return { unit: each.unit, count }
  })
  const some = parts.filter(({ count }) => count > 0)
  return some.length > 0 ? some : parts.slice(-1)
}
