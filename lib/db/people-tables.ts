import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'

import type { Limits } from '@/lib/people/limits'
import type { FactorKind, Role } from '@/lib/people/schema'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

const written = {
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
}

// The names of the fields are those of better-auth, which writes most of these tables.

export const people = pgTable('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** In lower case. */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  role: text('role').$type<Role>().notNull(),
  limits: jsonb('limits').$type<Limits>(),
  /** Whether an administrator asks for a second factor. */
  secondFactorRequired: boolean('second_factor_required').notNull().default(false),
  /** From here on this person can do nothing; the name stays in the audit. */
  disabledAt: moment('disabled_at'),
  ...written,
})

const ofPerson = () =>
  text('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' })

export const sessions = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    /** The hash of what is in the cookie: who reads this table cannot sign in with it. */
    token: text('token').notNull().unique(),
    userId: ofPerson(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** When its person last proved to be there, by the clock of the database: at the sign-in, or when asked to anew. */
    provenAt: moment('proven_at').notNull().defaultNow(),
    ...written,
  },
  (table) => [index('session_person').on(table.userId)],
)

/** How a person proves who it is: the hash of a password, or who says so elsewhere. */
export const proofs = pgTable(
  'proof',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: ofPerson(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    ...written,
  },
  (table) => [index('proof_person').on(table.userId)],
)

/** The app of a person that shows codes. What both know is sealed under the person's id. */
export const authenticators = pgTable('authenticator', {
  userId: ofPerson().primaryKey(),
  /** Nothing until a code has shown that the app has it. */
  secret: text('secret'),
  /** One that is being set up. */
  pending: text('pending'),
  /** The half minute, counted from 1970, of the last code that was taken: none of it or before is taken again. */
  lastStep: integer('last_step').notNull().default(0),
  usedAt: moment('used_at'),
  ...written,
})

/** The passkeys of people: each verifies what its device signs, and whoever reads it can sign nothing. */
export const passkeys = pgTable(
  'passkey',
  {
    /** As its device names it, in base64url. */
    id: text('id').primaryKey(),
    userId: ofPerson(),
    name: text('name').notNull(),
    /** COSE, in base64url. */
    publicKey: text('public_key').notNull(),
    /** The name of the console for which it was made: under another one no browser finds it. */
    host: text('host').notNull(),
    /** How often it has signed, as it said last; 0 for one that does not count. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    /** How a browser reaches it. */
    transports: jsonb('transports').$type<string[]>().notNull(),
    usedAt: moment('used_at'),
    ...written,
  },
  (table) => [index('passkey_person').on(table.userId)],
)

/**
 * What a person of a query has set up beside the password. Columns by their whole names: a query of one table would
 * leave away whose they are.
 */
export const factorKinds = sql<FactorKind[]>`array_remove(array[
  case when exists (
    select from ${authenticators}
    where ${authenticators}.person_id = ${people}.id and ${authenticators}.secret is not null
  ) then 'totp' end,
  case when exists (
    select from ${passkeys} where ${passkeys}.person_id = ${people}.id
  ) then 'passkey' end], null)`

export const verifications = pgTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  ...written,
})

export const invitations = pgTable('invitation', {
  id: text('id').primaryKey(),
  /** The hash of what is in the link. */
  token: text('token').notNull().unique(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  limits: jsonb('limits').$type<Limits>(),
  secondFactorRequired: boolean('second_factor_required').notNull().default(false),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
})

/** What scripts show instead of a session. */
export const apiTokens = pgTable(
  'api_token',
  {
    id: text('id').primaryKey(),
    personId: ofPerson(),
    name: text('name').notNull(),
    /** Of what the script holds: who reads this table cannot ask with it. */
    hash: text('hash').notNull().unique(),
    role: text('role').$type<Role>().notNull(),
    /** The credential profiles it is for; all of its person's without. */
    profiles: jsonb('profiles').$type<string[]>(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('api_token_person').on(table.personId)],
)

/** Sign-ins that failed, by the hash of what they were tried with: an address, or a name from an address. */
export const failedSignIns = pgTable('failed_sign_in', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: moment('last_at').notNull(),
})
