import fc from 'fast-check'
import { expect, test } from 'vitest'

import { blockList, isLoopback, parseEnvironment, presetTunnelMode } from './environment'

const TLS = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }
const PUBLIC = { HOST: '0.0.0.0', ALLOWED_HOSTS: 'console.example.com' }

/** What the refusal says; empty when the environment is taken. */
function refusal(env: Record<string, string>): string {
  try {
    parseEnvironment(env)
    return ''
  } catch (error) {
    return String(error)
  }
}

test('without any setting the console is for this machine alone', () => {
  const env = parseEnvironment({ HOST: '', PORT: '', AUTH: '', ALLOWED_HOSTS: '', TLS_CERT: '' })
  expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, AUTH: 'off', ALLOWED_HOSTS: [] })
  for (const host of ['127.0.0.1', '127.9.9.9', 'localhost', '::1'])
    expect(refusal({ HOST: host })).toBe('')
})

test('S45: an address that others reach is refused without TLS, sign-in and names, and says what to set', () => {
  for (const HOST of [
    '0.0.0.0',
    '::',
    '192.0.2.1',
    'console.example.com',
    '127.0.0.1.example',
    '128.0.0.1',
    '::ffff:127.0.0.1',
  ]) {
    const said = refusal({ HOST })
    for (const name of ['TLS_CERT', 'TLS_KEY', 'TRUSTED_PROXY', 'AUTH', 'ALLOWED_HOSTS'])
      expect(said).toContain(name)
  }
  // Each alone is not enough.
  const all: Record<string, string>[] = [
    PUBLIC,
    { ...PUBLIC, ...TLS },
    { ...PUBLIC, TRUSTED_PROXY: '10.0.0.0/8' },
    { ...TLS, HOST: '0.0.0.0' },
  ]
  for (const env of all) expect(refusal(env)).toContain('AUTH')
  expect(refusal({ ...PUBLIC, ...TLS })).not.toContain('TRUSTED_PROXY')
})

test('a new connection has one tunnel as in the guide, and two on Alibaba Cloud, unless it is said', () => {
  const preset = (env: Record<string, string>) => presetTunnelMode(parseEnvironment(env))
  expect(preset({})).toBe('single')
  expect(preset({ CLOUD: 'alibaba' })).toBe('dual')
  expect(preset({ CLOUD: 'alibaba', TUNNEL_MODE: 'single' })).toBe('single')
  expect(preset({ TUNNEL_MODE: 'dual' })).toBe('dual')
  expect(refusal({ TUNNEL_MODE: 'both' })).toContain('TUNNEL_MODE')
})

const OIDC = {
  AUTH: 'oidc',
  OIDC_ISSUER: 'https://id.example.com',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ROLES: 'viewer=*; operator = net-ops, Network Operators ;administrator=cen-admins',
}

test('a provider is told whole, by TLS unless it is on this machine, with roles that there are', () => {
  expect(parseEnvironment(OIDC).OIDC_ROLES).toEqual({
    viewer: ['*'],
    operator: ['net-ops', 'Network Operators'],
    administrator: ['cen-admins'],
  })
  const { AUTH: _, ...parts } = OIDC
  for (const [name, value] of Object.entries(parts)) {
    expect(refusal({ ...OIDC, [name]: '' })).toContain(`${name}: is needed for AUTH=oidc`)
    for (const AUTH of ['off', 'local'])
      expect(refusal({ AUTH, [name]: value })).toContain(`${name}: goes together with AUTH=oidc`)
  }
  for (const own of ['http://127.0.0.1:4000', 'http://localhost', 'http://[::1]:4000'])
    expect(refusal({ ...OIDC, OIDC_ISSUER: own })).toBe('')
  for (const bad of ['http://id.example.com', 'http://127.0.0.1.example', 'ftp://x', 'id'])
    expect(refusal({ ...OIDC, OIDC_ISSUER: bad })).toContain('OIDC_ISSUER')
  for (const bad of ['boss=x', '=x', 'viewer=a; viewer=b'])
    expect(refusal({ ...OIDC, OIDC_ROLES: bad })).toContain('is no role: name each of viewer')
  expect(refusal({ ...OIDC, OIDC_SCOPE: 'email' })).toContain('openid')
})

test('people sign in with AUTH=local and AUTH=oidc, also on an address that others reach', () => {
  expect(refusal({ AUTH: 'local' })).toBe('')
  expect(refusal({ ...PUBLIC, ...TLS, AUTH: 'local' })).toBe('')
  expect(refusal({ ...PUBLIC, ...TLS, ...OIDC })).toBe('')
  expect(refusal({ AUTH: 'none' })).toContain('AUTH')
  for (const name of ['SESSION_IDLE_MINUTES', 'SESSION_HOURS'])
    for (const bad of ['0', '-1', 'soon', '9999']) expect(refusal({ [name]: bad })).toContain(name)
})

test('half of TLS is none, on loopback too', () => {
  expect(refusal({ TLS_CERT: 'cert.pem' })).toContain('TLS_KEY')
  expect(refusal({ TLS_KEY: 'key.pem' })).toContain('TLS_CERT')
  expect(refusal(TLS)).toBe('')
})

test('a trusted proxy is an address or a block', () => {
  for (const bad of [
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '10.0.0/8',
    '10.0.0.0/-1',
    '::/129',
    '10.0.0.0/',
  ])
    expect(refusal({ TRUSTED_PROXY: bad })).toContain('TRUSTED_PROXY')
  const { TRUSTED_PROXY } = parseEnvironment({
    AUTH: 'local',
    TRUSTED_PROXY: '10.0.0.0/8, 192.0.2.1,fd00::/8',
  })
  const list = blockList(TRUSTED_PROXY)
  expect(
    ['10.255.0.1', '192.0.2.1', '192.0.2.2', '11.0.0.1'].map((each) => list.check(each)),
  ).toEqual([true, true, false, false])
  expect(list.check('fd12::1', 'ipv6')).toBe(true)
})

test('no host but one of this machine counts as loopback', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain(), fc.string()), (host) => {
      expect(isLoopback(host)).toBe(/^127\.\d+\.\d+\.\d+$/.test(host) || host === '::1')
    }),
  )
})

test('a proxy on this machine lets others in, so it too needs people who sign in', () => {
  const behind = { HOST: '127.0.0.1', TRUSTED_PROXY: '127.0.0.1' }
  expect(refusal(behind)).toContain('TRUSTED_PROXY')
  expect(parseEnvironment({ ...behind, AUTH: 'local' }).AUTH).toBe('local')
})

test('a profile names who may use it; whatever cannot be meant is refused and says what to write', () => {
  const local = { AUTH: 'local', ALLOWED_HOSTS: 'localhost:3000' }
  const users = (said: string, env = {}) =>
    parseEnvironment({ ...local, ...env, CLOUD_PROFILE_USERS: said }).CLOUD_PROFILE_USERS
  expect(users('main=*; partner = role:approver, Ada@example.com')).toEqual({
    main: ['*'],
    partner: ['role:approver', 'ada@example.com'],
  })
  expect(users('default=role:operator', { CLOUD: 'alibaba' })).toEqual({
    default: ['role:operator'],
  })
  const why = (said: string, env: Record<string, string> = local) =>
    refusal({ ...env, CLOUD_PROFILE_USERS: said })
  expect(why('main=*')).toContain('add partner=* for everybody')
  expect(why('main=*; partner=')).toContain('add partner=* for everybody')
  expect(why('main=*; partner=*; other=*')).toContain('other is no profile')
  expect(why('main=*; partner=*; main=ada@example.com')).toContain('once')
  for (const odd of ['ada', 'role:boss', 'role:', '@', 'group:x'])
    expect(why(`main=${odd}; partner=*`)).toContain(`${odd} is nobody`)
  expect(why('main=*; partner=*', {})).toContain('set AUTH, or leave it out')
})

test('an account whose changes wait for a second person is a profile, and somebody signs in', () => {
  const local = { AUTH: 'local', ALLOWED_HOSTS: 'localhost:3000' }
  const set = { ...local, SECOND_PERSON: 'main, partner' }
  expect(parseEnvironment(set).SECOND_PERSON).toEqual(['main', 'partner'])
  expect(parseEnvironment({}).SECOND_PERSON).toEqual([])
  expect(refusal({ ...local, SECOND_PERSON: 'main,other' })).toContain('other is no profile')
  expect(refusal({ SECOND_PERSON: 'main' })).toContain('nobody signs in')
})

test('an account that asks why is a profile, whoever signs in', () => {
  expect(parseEnvironment({ REASON_REQUIRED: 'main' }).REASON_REQUIRED).toEqual(['main'])
  expect(refusal({ REASON_REQUIRED: 'other' })).toContain('other is no profile')
})

test('the audit is kept for ninety days at least, whatever is set', () => {
  expect(parseEnvironment({}).AUDIT_DAYS).toBeUndefined()
  expect(parseEnvironment({ AUDIT_DAYS: '90' }).AUDIT_DAYS).toBe(90)
  for (const AUDIT_DAYS of ['89', '0', '-1', '90.5', 'ninety'])
    expect(refusal({ AUDIT_DAYS })).toContain('AUDIT_DAYS')
  expect(refusal({ AUDIT_DAYS: '30' })).toContain('must be 90 or more')
})
