import { BlockList, isIP } from 'node:net'

import { z } from 'zod'

import { roles } from '@/lib/people/schema'

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback)

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)

const schema = z
  .object({
    CLOUD: z.enum(['emulator', 'alibaba']).default('emulator'),
    /** Seconds to wait for an answer of the cloud; less than `DEADLINE` of `lib/cloud/exchange.ts`. */
    CLOUD_TIMEOUT: z.coerce.number().int().min(1).max(25).default(20),
    /** Credential profiles the top bar offers: `name` or `name:account id`, separated by commas. */
    CLOUD_PROFILES: list.optional(),
    /** Who may use each of them: `main=*; partner=role:approver ada@example.com`. Without it everybody may. */
    CLOUD_PROFILE_USERS: z.string().transform(readUsers).optional(),
    /** Profiles of accounts in which a second person approves what is dangerous, separated by commas. */
    SECOND_PERSON: list.default([]),
    /** Profiles of accounts in which every change says why, separated by commas. */
    REASON_REQUIRED: list.default([]),
    DATABASE_URL: postgresUrl.optional(),
    /** The same database, as the owner of its tables: the supervisor hands it to the migration only. */
    DATABASE_OWNER_URL: postgresUrl.optional(),
    /** Seals secrets of running operations and of authenticator apps: 32 bytes in base64. Replicas on one database share it. */
    OPERATION_KEY: z
      .base64()
      .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
      .optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    /** What a new connection is preset to; see `presetTunnelMode`. */
    TUNNEL_MODE: z.enum(['single', 'dual']).optional(),
    /** Where the gate listens, and where people reach the console. */
    PORT: port(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    EMULATOR_PORT: port(4010),
    /** What stands behind connections that are attached in the emulator; `npm run rehearse` sets real. */
    EMULATOR_GATEWAYS: z.enum(['played', 'real']).default('played'),
    /** Further `Host` values to answer; the supervisor hands the whole list on, loopback names included. */
    ALLOWED_HOSTS: list.default([]),
    /** How people sign in. */
    AUTH: z.enum(['off', 'local', 'oidc']).default('off'),
    /** Who says who people are, with `AUTH=oidc`: its address, and how it knows the console. */
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** How the secret is sent. */
    OIDC_CLIENT_AUTH: z.enum(['basic', 'post']).default('basic'),
    OIDC_SCOPE: z
      .string()
      .default('openid email profile')
      .refine((scope) => scope.split(' ').includes('openid'), 'must contain openid'),
    /** The claim that says what somebody may do, and which of its values give a role: `viewer=*; operator=net-ops, noc`. */
    OIDC_ROLE_CLAIM: z.string().min(1).default('groups'),
    OIDC_ROLES: z
      .string()
      .transform((text) => readLists(text, /,/))
      .optional(),
    /** Minutes after which a session ends that nobody uses, and hours after which every one does. */
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
    SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(8),
    /** Files in PEM, with which the gate speaks TLS itself. */
    TLS_CERT: z.string().min(1).optional(),
    TLS_KEY: z.string().min(1).optional(),
    /** Addresses or blocks whose `X-Forwarded-For` and `-Proto` are believed: who ends TLS before the gate. */
    TRUSTED_PROXY: list
      .refine((blocks) => blocks.every(isBlock), 'must be addresses or CIDR blocks')
      .default([]),
    /** The gate's secret of this start; the supervisor sets it. */
    GATE_SECRET: z.string().min(1).optional(),
    /** What the setup link of this start holds, as long as nobody can sign in; the supervisor sets it. */
    SETUP_TOKEN: z.string().min(1).optional(),
    /** Seconds between two looks of the watcher at a region; 0: nobody watches. Without it 15 for the emulator, else 0. */
    WATCH_INTERVAL: z.coerce.number().int().min(0).max(3600).optional(),
    /** The regions to watch, separated by commas; without it those with a transit router. */
    WATCH_REGIONS: list.optional(),
    /** Calls to the cloud that the watcher may make in a minute, per account. */
    WATCH_CALLS: z.coerce.number().int().min(1).max(6000).default(120),
    /** Days after which lines of the audit are removed; without it none is. */
    AUDIT_DAYS: z.coerce
      .number()
      .int()
      .min(90, 'must be 90 or more: the audit is kept for 90 days at least')
      .max(36_500)
      .optional(),
    /** Bearer token of who reads `/metrics`. Without it only this machine reads them. */
    METRICS_TOKEN: z.string().min(16).optional(),
    /** Where each change is posted to, and the secret that signs it. */
    ALERT_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
    ALERT_WEBHOOK_SECRET: z.string().min(16).optional(),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (!env.TLS_CERT !== !env.TLS_KEY) refuse('TLS_CERT', 'goes together with TLS_KEY')
    if (env.DATABASE_OWNER_URL && !env.DATABASE_URL)
      refuse('DATABASE_OWNER_URL', 'goes together with DATABASE_URL')
    for (const [name, wrong] of wrongProvider(env)) refuse(name, wrong)
    for (const wrong of wrongUsers(env)) refuse('CLOUD_PROFILE_USERS', wrong)
    for (const name of ['SECOND_PERSON', 'REASON_REQUIRED'] as const)
      for (const wrong of wrongAccounts(env, env[name])) refuse(name, wrong)
    if (env.AUTH === 'off' && env.SECOND_PERSON.length > 0)
      refuse('SECOND_PERSON', 'needs persons, but nobody signs in: set AUTH, or leave it out')
    if (env.ALERT_WEBHOOK && !env.ALERT_WEBHOOK_SECRET)
      refuse('ALERT_WEBHOOK', 'goes together with ALERT_WEBHOOK_SECRET')
    if (isLoopback(env.HOST)) {
      // Others come through the proxy, as from this machine.
      if (env.AUTH === 'off' && env.TRUSTED_PROXY.length > 0)
        refuse('TRUSTED_PROXY', 'lets other machines in: set AUTH, so that people sign in')
      return
    }
    const other = `HOST ${env.HOST} is reached from other machines:`
    if (!env.TLS_CERT && env.TRUSTED_PROXY.length === 0)
      refuse(
        'HOST',
        `${other} set TLS_CERT and TLS_KEY, or TRUSTED_PROXY to who ends TLS before it`,
      )
    if (env.AUTH === 'off') refuse('HOST', `${other} set AUTH, so that people sign in`)
    if (env.ALLOWED_HOSTS.length === 0)
      refuse('HOST', `${other} set ALLOWED_HOSTS to the names people reach it by`)
  })

export type Environment = z.infer<typeof schema>

/** A credential profile, and the account it is of where that is told. */
export interface Profile {
  name: string
  accountId?: string
}

const EMULATOR_PROFILES = ['main:1000000000000001', 'partner:1000000000000002']

/** The credential profiles that are configured, the default one first. */
export const profilesOf = ({
  CLOUD,
  CLOUD_PROFILES,
}: Pick<Environment, 'CLOUD' | 'CLOUD_PROFILES'>): Profile[] =>
  (CLOUD_PROFILES ?? (CLOUD === 'emulator' ? EMULATOR_PROFILES : ['default'])).map((entry) => {
    const [name = entry, accountId] = entry.split(':')
    return accountId ? { name, accountId } : { name }
  })

/** Addresses are compared in lower case. */
function readUsers(text: string): Record<string, string[]> {
  const users = Object.entries(readLists(text, /[\s,]+/))
  return Object.fromEntries(
    users.map(([name, said]) => [name, said.map((user) => user.toLowerCase())]),
  )
}

/** `name=one, two; other=three`; a name that is there twice has what was said first under an odd name, and is refused. */
function readLists(text: string, between: RegExp): Record<string, string[]> {
  const lists: Record<string, string[]> = {}
  for (const entry of text.split(';').filter((each) => each.trim() !== '')) {
    const [name = '', ...said] = entry.split('=').map((part) => part.trim())
    lists[name in lists ? `${name} (twice)` : name] = said
      .join('=')
      .split(between)
      .map((value) => value.trim())
      .filter(Boolean)
  }
  return lists
}

type Provider = Pick<
  Environment,
  'AUTH' | 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_ROLES'
>

/** What is missing or wrong of the provider, by its variable. */
function wrongProvider(env: Provider): [string, string][] {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const
  if (env.AUTH !== 'oidc')
    return names.filter((name) => env[name]).map((name) => [name, 'goes together with AUTH=oidc'])
  const missing = names.filter((name) => !env[name])
  const wrong = missing.map((name): [string, string] => [name, 'is needed for AUTH=oidc'])
  // One that is no address is refused as such.
  const said = env.OIDC_ISSUER ?? ''
  const issuer = new URL(URL.canParse(said) ? said : 'https://unset')
  if (issuer.protocol === 'http:' && !isLoopback(issuer.hostname.replace(/^\[|\]$/g, '')))
    wrong.push(['OIDC_ISSUER', 'must be https: only one on this machine may do without TLS'])
  for (const role of Object.keys(env.OIDC_ROLES ?? {}))
    if (!roles.some((each) => each === role))
      wrong.push([
        'OIDC_ROLES',
        `${role || 'an entry without a name'} is no role: name each of ${roles.join(', ')} once at most, as viewer=*`,
      ])
  return wrong
}

const USER = new RegExp(`^(\\*|role:(${roles.join('|')})|[^\\s@:]+@[^\\s@:]+)$`)

/** What is wrong with who may use the profiles, each with what would be right. */
function wrongUsers(
  env: Pick<Environment, 'AUTH' | 'CLOUD' | 'CLOUD_PROFILES' | 'CLOUD_PROFILE_USERS'>,
): string[] {
  const users = env.CLOUD_PROFILE_USERS
  if (!users) return []
  if (env.AUTH === 'off') return ['names people, but nobody signs in: set AUTH, or leave it out']
  const names = profilesOf(env).map(({ name }) => name)
  const unknown = Object.keys(users).filter((name) => !names.includes(name))
  const silent = names.filter((name) => !users[name]?.length)
  const odd = Object.values(users)
    .flat()
    .filter((user) => !USER.test(user))
  return [
    ...unknown.map(
      (name) =>
        `${name || 'an entry without a name'} is no profile: name each of ${names.join(', ')} once`,
    ),
    ...silent.map(
      (name) => `says not who may use ${name}: add ${name}=* for everybody, or people and roles`,
    ),
    ...odd.map((user) => `${user} is nobody: write *, role:${roles[0]} or an email address`),
  ]
}

/** The named accounts that are no profile, each with those that are. */
function wrongAccounts(
  env: Pick<Environment, 'CLOUD' | 'CLOUD_PROFILES'>,
  named: readonly string[],
): string[] {
  const names = profilesOf(env).map((profile) => profile.name)
  return named
    .filter((each) => !names.includes(each))
    .map((each) => `${each} is no profile: name some of ${names.join(', ')}`)
}

/** Reads the environment; a variable that is empty counts as not set. @throws with each problem and its variable. */
export function parseEnvironment(from: Record<string, string | undefined>): Environment {
  const set = Object.entries(from).filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable:\n${problems.join('\n')}`)
}

/**
 * How many tunnels a new connection is preset to: the guide's form has one, but Alibaba Cloud makes nothing but
 * two since 2024-11-26 (Alibaba: announcement of dual-tunnel connections to transit routers).
 */
export const presetTunnelMode = ({ TUNNEL_MODE, CLOUD }: Environment) =>
  TUNNEL_MODE ?? (CLOUD === 'alibaba' ? 'dual' : 'single')

/** Who says who people are, as people know it: its host. Undefined where nobody else does. */
export const providerName = ({
  AUTH,
  OIDC_ISSUER,
}: Pick<Environment, 'AUTH' | 'OIDC_ISSUER'>): string | undefined =>
  AUTH === 'oidc' && OIDC_ISSUER ? new URL(OIDC_ISSUER).host : undefined

/** Whether only this machine reaches an address to listen on. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** The addresses in a list of addresses and CIDR blocks. @throws on one that is neither. */
export function blockList(blocks: readonly string[]): BlockList {
  const inside = new BlockList()
  for (const block of blocks) {
    const [address = '', prefix] = block.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) inside.addAddress(address, family)
    else inside.addSubnet(address, Number(prefix), family)
  }
  return inside
}

function isBlock(block: string): boolean {
  const [address = '', prefix = '0', ...rest] = block.split('/')
  const bits = isIP(address) === 6 ? 128 : 32
  return isIP(address) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(prefix) && +prefix <= bits
}
