import { expect, test } from 'vitest'

import { LIMITS } from './limits'
import { type Asking, RULES } from './rules'

const HOST = 'console.example'
const hosts = [HOST]

/** Headers as the server gives them: joined by name, and as they came. */
function asking(method: string, target: string, ...headers: [string, string][]): Asking {
  const all: [string, string][] = [['Host', HOST], ...headers]
  return {
    method,
    target,
    scheme: 'http',
    headers: Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders: all.flat(),
  }
}

const origin: [string, string] = ['Origin', `http://${HOST}`]
const action: [string, string] = ['Next-Action', 'a']
const many = Array.from({ length: 100 }, (_, at): [string, string] => [`x-${at}`, ''])

/** Each is turned away by the rule of its name, with this status, and by no other. */
const BITES: Record<string, [status: number, Asking][]> = {
  noUpgrade: [[400, asking('GET', '/cen', ['Upgrade', 'h2c'])]],
  tooManyHeaders: [[431, asking('GET', '/cen', ...many)]],
  oneHost: [
    [421, asking('GET', '/cen', ['Host', HOST])],
    [421, asking('GET', '/cen', ['hOST', 'evil.example'], ['Host', HOST])],
  ],
  ownOrigin: [
    [421, { ...asking('GET', '/cen'), headers: { host: 'evil.example' } }],
    [403, asking('POST', '/cen', action)],
    [403, asking('GET', '/api/cen', ['Origin', 'null'], ['Sec-Fetch-Site', 'same-origin'])],
    [403, asking('GET', '/api/cen', ['Sec-Fetch-Site', 'cross-site'])],
    [403, asking('GET', '/api/cen', ['Referer', 'http://evil.example/'])],
    [403, asking('POST', '/cen', action, ['Origin', `https://${HOST}`])],
  ],
  plainTarget: [
    ...[
      '//',
      '//x',
      '/x/',
      '/x//y',
      '/a%2Fb',
      '/a%2fb',
      '/a%5cb',
      '/a\\b',
      '/..',
      '/./x',
      '/x/%2e%2E/y',
    ].map((target): [number, Asking] => [404, asking('GET', target)]),
    ...[
      '/%',
      '/%zz',
      '/%c3',
      '/%ff',
      '/x?y=%',
      '/x?y=%zz',
      '/x?y=%ff',
      '/x?y=%c0%80',
      '/x?y=%ed%a0%80',
      '/x?%e2%82=1',
      '/%00',
      '/x?y=%00',
      '/x#y',
      '/x\u00e9',
      '/x\u0000',
      '',
    ].map((target): [number, Asking] => [400, asking('GET', target)]),
  ],
  bodyOfPostOnly: [
    [400, asking('GET', '/cen', ['Content-Length', '5'])],
    [400, asking('HEAD', '/cen', ['Transfer-Encoding', 'chunked'])],
  ],
  announcedBody: [
    [413, asking('POST', '/cen', origin, action, ['Content-Length', String(LIMITS.body + 1)])],
    [
      413,
      asking('POST', '/audit', origin, action, ['Content-Length', String(LIMITS.largeBody + 1)]),
    ],
  ],
  routerState: [
    [400, asking('GET', '/cen', ['Next-Router-State-Tree', '%5B'])],
    [400, asking('GET', '/cen', ['Next-Router-State-Tree', '%'])],
    [400, asking('GET', '/cen', ['Next-Router-State-Tree', '{}'])],
    [400, asking('GET', '/cen', ['Next-Router-State-Tree', '%5B%5D'])],
  ],
  postIsAction: [
    [400, asking('POST', '/cen', origin)],
    [400, asking('POST', '/', origin, ['Content-Type', 'multipart/form-data'])],
  ],
}

const served = { hosts, limits: LIMITS }

for (const [name, cases] of Object.entries(BITES))
  test(`the rule ${name} bites alone`, () => {
    for (const [status, each] of cases) {
      const bites = RULES.flatMap((rule) => {
        const plain = rule(each, served)
        return plain ? [[rule.name, plain.status]] : []
      })
      expect([each.target, ...bites]).toEqual([each.target, [name, status]])
    }
  })

test('a method without a meaning is turned away with the methods that have one', () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', ''])
    expect(RULES[0]?.(asking(method, '/cen'), served)).toMatchObject({ status: 405, ends: true })
})

test('an address that names a host of its own is misdirected', () => {
  for (const target of ['http://evil.example/', `http://${HOST}/`, 'HTTPS://evil.example'])
    expect(
      RULES.find(({ name }) => name === 'oneHost')?.(asking('GET', target), served)?.status,
    ).toBe(421)
})

test('each rule has a case of its own, and what the console sends passes all', () => {
  const tested = ['oddMethod', ...Object.keys(BITES)]
  expect(RULES.map(({ name }) => name)).toEqual(tested)
  const good = [
    asking('GET', '/'),
    asking('HEAD', '/cen'),
    asking('GET', '/cen/..x/.y/z.?a=//&b=%2F..%2f&c='),
    asking('GET', '/cen/%E2%80%AEabc'),
    asking('GET', '/api/cen', ['Sec-Fetch-Site', 'same-origin'], origin),
    asking('GET', '/cen', ['Next-Router-State-Tree', encodeURIComponent('["",{}]')]),
    asking('POST', '/cen', origin, action, ['Content-Length', String(LIMITS.body)]),
    asking('POST', '/api/auth/sign-in', origin),
    asking('POST', '/audit', origin, action, ['Content-Length', String(LIMITS.largeBody)]),
  ]
  for (const each of good)
    expect(RULES.map((rule) => rule(each, served)?.status)).toEqual(RULES.map(() => undefined))
})
