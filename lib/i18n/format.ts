/** A moment (ISO 8601) to the minute in UTC, `2026-11-20 14:03 UTC`; a dash when there is none. */
export const printMinute = (moment: string): string =>
  moment ? `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC` : '-'

/** A moment (ISO 8601) to the second in UTC, `2026-11-20 14:03:21 UTC`. */
export const printSecond = (moment: string): string =>
  `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`

/** A span of seconds as a clock shows it: `0:07`, `12:30`, `1:04:09`. */
export function printDuration(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  const tail = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}
