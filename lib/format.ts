/** A moment (ISO 8601) to the minute in UTC, `2026-11-20 14:03 UTC`; a dash when there is none. */
export const printMinute = (moment: string): string =>
  moment ? `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC` : '-'
