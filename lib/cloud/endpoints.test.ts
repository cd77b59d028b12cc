import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hasEndpoint, vpcEndpoint } from '@/lib/cloud/endpoints'

test.each([
  ['eu-central-1', 'vpc.eu-central-1.aliyuncs.com'],
  ['cn-hangzhou', 'vpc.aliyuncs.com'],
])('%s answers at %s', (regionId, endpoint) => {
  expect(vpcEndpoint(regionId)).toBe(endpoint)
})

test.each([
  'evil.example:9443/#',
  'evil.example/',
  'x@evil.example',
  'eu-central-1.evil.example',
  'EU-CENTRAL-1',
  'eu-central-1\n',
  '127.0.0.1',
  '__proto__',
  'constructor',
  '',
])('nothing is sent to where %j would lead', (regionId) => {
  expect(() => vpcEndpoint(regionId)).toThrow(
    expect.objectContaining({ code: 'UnknownRegion', outcome: 'refused' }),
  )
})

test('no text becomes part of an address that is not the id of a region', () => {
  const pieces = fc.constantFrom(
    'eu-central-1',
    'cn-hangzhou',
    '-',
    '.',
    '/',
    '#',
    '@',
    ':',
    'evil.example',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(hasEndpoint(text) && !/^[a-z0-9-]+$/.test(text)).toBe(false)
    }),
  )
})
