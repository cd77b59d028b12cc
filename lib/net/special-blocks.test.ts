import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'
import { remarkOnDestination } from '@/lib/net/special-blocks'

test.each([
  ['169.254.0.0/16', '169.254.0.0/16'],
  ['169.254.11.0 255.255.255.0', '169.254.0.0/16'],
  ['168.0.0.0/7', '169.254.0.0/16'],
  ['224.0.0.0/4', '224.0.0.0/4'],
  ['239.255.0.0/16', '224.0.0.0/4'],
  ['127.0.0.1/32', '127.0.0.0/8'],
  ['126.0.0.0/7', '127.0.0.0/8'],
])('a route to %s is remarked on for %s', (text, block) => {
  expect(unpackMessage(remarkOnDestination(text)!).values).toEqual({ text, block })
})

test.each(['0.0.0.0/0', '10.0.0.0/8', '169.253.0.0/16', '169.255.0.0/16', '128.0.0.0/8', 'x', ''])(
  'nothing is said of %j',
  (text) => {
    expect(remarkOnDestination(text)).toBeUndefined()
  },
)
