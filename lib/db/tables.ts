import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

import type { AuditOutcome } from '@/lib/audit/schema'
import type { Observation } from '@/lib/history/schema'
import type {
  ApprovalEvent,
  Change,
  Decision,
  OperationKind,
  OperationState,
  Place,
  Question,
  Sending,
} from '@/lib/operations/schema'
import type { StepRecord } from '@/lib/operations/step'
import type { Person, Role } from '@/lib/people/schema'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const operations = pgTable(
  'operation',
  {
    operationId: text('operation_id').primaryKey(),
    kind: text('kind').$type<OperationKind>().notNull(),
    state: text('state').$type<OperationState>().notNull(),
    subject: text('subject').notNull(),
    place: jsonb('place').$type<Place>().notNull(),
    profile: text('profile').notNull(),
    /** Who is answerable for what it sends: who began it, or told it to go on. Nobody in particular with `AUTH=off`. */
    begunBy: jsonb('begun_by').$type<Person>(),
    /** The email address of the second person who approved it. */
    approvedBy: text('approved_by'),
    /** Why, in the words of who asked for it. */
    reason: text('reason'),
    /** What was asked for, without its secrets. */
    input: jsonb('input').$type<unknown>().notNull(),
    /** The run that may send; a run that lost it sends nothing more. */
    holder: text('holder'),
    /** From here on no step forward is sent. */
    cancelledAt: moment('cancelled_at'),
    question: jsonb('question').$type<Question>(),
    /** How often it asked; a decision answers one question only. */
    asked: integer('asked').notNull().default(0),
    /** The decision that was taken and has yet to come about. */
    decided: text('decided').$type<Decision>(),
    startedAt: moment('started_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (table) => [index('operation_started_at').on(table.startedAt)],
)

export const operationSteps = pgTable(
  'operation_step',
  {
    operationId: text('operation_id')
      .notNull()
      .references(() => operations.operationId, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    direction: text('direction').$type<'do' | 'undo'>().notNull(),
    position: integer('position').notNull(),
    record: jsonb('record').$type<StepRecord>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.direction, table.name] })],
)

/** Sealed by a key outside the database; wiped when the last step that needs it is done. */
export const operationSecrets = pgTable('operation_secret', {
  operationId: text('operation_id')
    .primaryKey()
    .references(() => operations.operationId, { onDelete: 'cascade' }),
  sealed: text('sealed').notNull(),
})

/** What waits, or waited, for a second person: a row beside that of its operation. */
export const approvals = pgTable(
  'approval',
  {
    operationId: text('operation_id')
      .primaryKey()
      .references(() => operations.operationId, { onDelete: 'cascade' }),
    /** Which action asked for it. */
    action: text('action').notNull(),
    /** What was pressed with, sealed, because it may hold a key; wiped with the answer. */
    sealed: text('sealed'),
    sends: jsonb('sends').$type<Sending[]>().notNull(),
    difference: jsonb('difference').$type<Change[]>().notNull(),
    history: jsonb('history').$type<ApprovalEvent[]>().notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Until then somebody is approving it: reads all again, and sends. */
    claimedUntil: moment('claimed_until'),
    /** Of the webhook: tries so far, and when the next one is due; none when it was taken or given up. */
    tries: integer('tries').notNull().default(0),
    dueAt: moment('due_at'),
  },
  (table) => [index('approval_due').on(table.dueAt)],
)

/** The columns that the table `audit` and the view `audit_write` share. */
const audited = {
  at: moment('at').notNull(),
  actor: text('actor').notNull(),
  person: text('person'),
  role: text('role').$type<Role>(),
  sessionId: text('session_id'),
  token: text('token'),
  address: text('address'),
  approver: text('approver'),
  reason: text('reason'),
  /** The cloud's action, `CreateVpnAttachment`. */
  action: text('action').notNull(),
  regionId: text('region_id').notNull(),
  cenId: text('cen_id'),
  resourceId: text('resource_id'),
  changes: jsonb('changes').$type<Change[]>().notNull(),
  operationId: text('operation_id'),
  step: text('step'),
  attempt: integer('attempt'),
  outcome: text('outcome').$type<AuditOutcome>(),
  code: text('code'),
  requestId: text('request_id'),
}

/** Append-only: a trigger refuses update, delete and truncate. Each row carries the hash of the row before. */
export const auditEntries = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    ...audited,
    phase: text('phase').$type<'intent' | 'result'>().notNull(),
    /** Of a result: the row of its intent. */
    intentId: bigint('intent_id', { mode: 'number' }),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('audit_operation').on(table.operationId, table.id),
    index('audit_at').on(table.at),
    index('audit_intent').on(table.intentId, table.id),
    // A page of it reads the newest writes of an account, and what there is to choose from, whatever its length.
    index('audit_written')
      .on(table.actor, table.at, table.id)
      .where(sql`intent_id is null`),
    index('audit_action').on(table.actor, table.action),
    index('audit_person').on(table.actor, table.person),
    index('audit_resource').on(table.resourceId, table.id),
  ],
)

/** Up to where lines of the audit were removed because they were old, signed by the console. Rows are only added. */
export const auditBegins = pgTable('audit_begin', {
  /** The last line that was removed, its hash, and when it had been written. */
  lineId: bigint('line_id', { mode: 'number' }).primaryKey(),
  hash: text('hash').notNull(),
  writtenAt: moment('written_at').notNull(),
  /** How many lines were removed, then and before. */
  lines: bigint('lines', { mode: 'number' }).notNull(),
  signature: text('signature').notNull(),
})

/** One row per write: the line of its intent, joined with that of its newest result if it has one. Made by a migration. */
export const auditWrites = pgView('audit_write', {
  id: bigint('id', { mode: 'number' }).notNull(),
  ...audited,
  answeredAt: moment('answered_at'),
}).existing()

/** Tables as people, or browsers where nobody signs in, want to see them again, per account. */
export const savedViews = pgTable(
  'saved_view',
  {
    viewId: text('view_id').primaryKey(),
    owner: text('owner').notNull(),
    profile: text('profile').notNull(),
    table: text('table').notNull(),
    name: text('name').notNull(),
    search: text('search').notNull(),
  },
  (table) => [
    uniqueIndex('saved_view_name').on(table.owner, table.profile, table.table, table.name),
  ],
)

/** One row per running server process. */
export const replicas = pgTable('replica', {
  executorId: text('executor_id').primaryKey(),
  beatAt: moment('beat_at').notNull(),
})

/** When the watcher looks at a region next; whoever moves the time looks. */
export const watchedRegions = pgTable(
  'watched_region',
  {
    profile: text('profile').notNull(),
    regionId: text('region_id').notNull(),
    nextAt: moment('next_at').notNull(),
    /** The last whole reading began then. */
    readAt: moment('read_at'),
  },
  (table) => [primaryKey({ columns: [table.profile, table.regionId] })],
)

/** Each connection as the watcher read it last. */
export const observations = pgTable(
  'observation',
  {
    profile: text('profile').notNull(),
    regionId: text('region_id').notNull(),
    vpnConnectionId: text('vpn_connection_id').notNull(),
    /** When the reading began: an older one changes nothing any more. */
    readAt: moment('read_at').notNull(),
    seen: jsonb('seen').$type<Observation>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.profile, table.vpnConnectionId] })],
)

/** Every change that the watcher saw. */
export const historyChanges = pgTable(
  'history_change',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    profile: text('profile').notNull(),
    regionId: text('region_id').notNull(),
    vpnConnectionId: text('vpn_connection_id').notNull(),
    name: text('name').notNull(),
    /** The reading before it, and the one that saw it. */
    after: moment('after').notNull(),
    at: moment('at').notNull(),
    what: text('what').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    cause: text('cause'),
    /** Of the webhook: tries so far, and when the next one is due; none when it was taken or given up. */
    tries: integer('tries').notNull().default(0),
    dueAt: moment('due_at'),
  },
  (table) => [
    index('history_change_connection').on(table.profile, table.vpnConnectionId, table.at),
    index('history_change_at').on(table.at),
    index('history_change_due').on(table.dueAt),
  ],
)
