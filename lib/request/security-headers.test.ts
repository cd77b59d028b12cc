import { expect, test } from 'vitest'

import { contentSecurityPolicy, isInternalHeader } from './security-headers'

const directives = (policy: string) =>
  new Map(policy.split('; ').map((each) => each.split(/ (.*)/s).slice(0, 2) as [string, string]))

test('in production nothing inline, evaluated or foreign is allowed', () => {
  const policy = directives(contentSecurityPolicy('abc', false))
  expect(policy.get('default-src')).toBe("'none'")
  expect(policy.get('script-src')).toBe("'nonce-abc' 'strict-dynamic'")
  expect(policy.get('frame-ancestors')).toBe("'none'")
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|https?:|\*/)
})

test('headers that only Next or a proxy may set are known in any case', () => {
  for (const name of [
    'x-middleware-subrequest',
    'X-Forwarded-Host',
    'x-forwarded-for',
    'next-resume',
    'x-nextjs-data',
    'Content-Security-Policy',
    'content-security-policy-report-only',
  ])
    expect(isInternalHeader(name)).toBe(true)
  for (const name of ['accept', 'cookie', 'next-action', 'rsc', 'next-router-state-tree'])
    expect(isInternalHeader(name)).toBe(false)
})
