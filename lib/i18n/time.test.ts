import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isTimeZone, offsetOf, printTime, splitDuration } from './time'

const NOVEMBER = '2026-11-20T14:03:21.123Z'

test.each([
  ['UTC', '2026-11-20 14:03 UTC'],
  ['Asia/Shanghai', '2026-11-20 22:03 UTC+8'],
  ['Asia/Kolkata', '2026-11-20 19:33 UTC+5:30'],
  ['America/St_Johns', '2026-11-20 10:33 UTC-3:30'],
  ['Pacific/Auckland', '2026-11-21 03:03 UTC+13'],
  ['Europe/London', '2026-11-20 14:03 UTC+0'],
  ['Etc/UTC', '2026-11-20 14:03 UTC+0'],
])('in %s it is %s', (timeZone, shown) =>
  expect(printTime(NOVEMBER, timeZone, 'minute')).toBe(shown),
)

test('as much of a moment is shown as is asked for', () => {
  expect(printTime(NOVEMBER, 'UTC', 'second')).toBe('2026-11-20 14:03:21 UTC')
  expect(printTime(NOVEMBER, 'UTC', 'millisecond')).toBe('2026-11-20 14:03:21.123 UTC')
  expect(printTime(NOVEMBER, 'Asia/Tokyo', 'millisecond')).toBe('2026-11-20 23:03:21.123 UTC+9')
})

test.each(['', 'soon', '2026-13-01T00:00Z'])('what is no moment is a dash: %s', (moment) =>
  expect(printTime(moment, 'Asia/Shanghai', 'second')).toBe('-'),
)

test('summer time is told by the distance from UTC', () => {
  expect(offsetOf(Date.parse('2026-07-01T00:00Z'), 'Europe/Berlin')).toBe('UTC+2')
  expect(offsetOf(Date.parse('2026-12-01T00:00Z'), 'Europe/Berlin')).toBe('UTC+1')
  expect(printTime('2026-10-25T00:30:00Z', 'Europe/Berlin', 'minute')).toBe(
    '2026-10-25 02:30 UTC+2',
  )
  expect(printTime('2026-10-25T01:30:00Z', 'Europe/Berlin', 'minute')).toBe(
    '2026-10-25 02:30 UTC+1',
  )
})

test('what is shown with its distance from UTC is the moment again, in every zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      (moment, timeZone) => {
        const shown = printTime(moment.toISOString(), timeZone, 'millisecond')
        const [, clock = '', sign = '', hours = '0', minutes = '0'] =
          /^(\S+ \S+) UTC(?:([+-])(\d+)(?::(\d+))?)?$/.exec(shown) ?? []
        const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
        expect(Date.parse(`${clock.replace(' ', 'T')}Z`) - ahead).toBe(moment.getTime())
      },
    ),
  )
})

test.each([
  ['UTC', true],
  ['Asia/Shanghai', true],
  ['Mars/Olympus', false],
  ['', false],
])('whether %s is a time zone', (name, is) => expect(isTimeZone(name)).toBe(is))

const shown = (seconds: number, units: number) =>
  splitDuration(seconds, units)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ')

test.each([
  [0, '0 seconds'],
  [7.9, '7 seconds'],
  [60, '1 minutes'],
  [67, '1 minutes 7 seconds'],
  [3600, '1 hours'],
  [3661, '1 hours 1 minutes'],
  [86_400, '24 hours'],
  [172_799, '47 hours 59 minutes'],
  [172_800, '2 days'],
  [31_536_000, '365 days'],
  [63_072_000, '2 years'],
  [-3, '0 seconds'],
])('%s seconds in two units are %s', (seconds, words) => expect(shown(seconds, 2)).toBe(words))

test('all units together are the length again', () => {
  const sizes = { years: 31_536_000, days: 86_400, hours: 3600, minutes: 60, seconds: 1 }
  fc.assert(
    fc.property(fc.nat(), (seconds) => {
      const parts = splitDuration(seconds, 5)
      expect(parts.reduce((sum, { unit, count }) => sum + count * sizes[unit], 0)).toBe(seconds)
    }),
  )
})
