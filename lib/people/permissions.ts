import { type Role, roles } from '@/lib/people/schema'

/**
 * `plain`: a press is enough. `step-up`: it takes something away, or shows a key, so whoever presses proves anew to be
 * there. `by-content`: what is sent decides, by what the server reads; its action says so before it begins.
 */
export type Care = 'plain' | 'step-up' | 'by-content'

interface Row {
  roles: readonly Role[]
  care: Care
  /** What is dangerous of it waits for a second person in the accounts that ask for one. */
  isApproved: boolean
  /** Whether one can say why. `asked`: it changes what is in an account, or shows its keys, and some accounts ask. */
  reason: 'none' | 'taken' | 'asked'
}

const row = <const Class extends Care>(names: readonly Role[], care: Class) => ({
  roles: names,
  care,
  isApproved: false,
  reason: 'none' as Row['reason'],
})

/** One by which something in an account is done. */
const done = <const Class extends Care>(names: readonly Role[], care: Class) => ({
  ...row(names, care),
  reason: 'asked' as const,
})

/** One that a second person approves, where the account asks for it. */
const approved = <const Class extends Exclude<Care, 'plain'>>(
  names: readonly Role[],
  care: Class,
) => ({ ...done(names, care), isApproved: true })
const everyone = roles
const whoChanges = ['operator', 'approver', 'administrator'] as const
const whoApproves = ['approver', 'administrator'] as const
const administrators = ['administrator'] as const

/**
 * What an action or a GET handler may need, which roles have it, and how much care it takes. The only place that says
 * so: `authorise` and `action` refuse by it, the page of the roles shows it, and the tests run every action and handler
 * against it.
 */
const permissions = {
  read: row(everyone, 'plain'),
  'preferences.write': row(everyone, 'plain'),
  'own-account.write': row(everyone, 'plain'),
  'own-account.token': row(everyone, 'step-up'),
  'own-factors.write': row(everyone, 'step-up'),
  'secrets.reveal': done(whoChanges, 'step-up'),
  'attachments.write': done(whoChanges, 'plain'),
  'attachments.replace-table': approved(whoChanges, 'by-content'),
  'attachments.delete': approved(whoChanges, 'step-up'),
  'cen.write': done(whoChanges, 'plain'),
  'customer-gateways.write': done(whoChanges, 'plain'),
  'customer-gateways.delete': approved(whoChanges, 'step-up'),
  'grants.write': done(whoChanges, 'plain'),
  'grants.revoke': approved(whoChanges, 'step-up'),
  'ipsec-connections.write': done(whoChanges, 'plain'),
  'ipsec-connections.edit': approved(whoChanges, 'by-content'),
  'ipsec-connections.delete': approved(whoChanges, 'step-up'),
  'operations.write': done(whoChanges, 'by-content'),
  'operations.approve': row(whoApproves, 'by-content'),
  'operations.comment': row(whoChanges, 'plain'),
  'route-tables.write': done(whoChanges, 'plain'),
  'route-tables.bind': approved(whoChanges, 'by-content'),
  'route-tables.delete': approved(whoChanges, 'step-up'),
  'tags.write': done(whoChanges, 'plain'),
  'transit-routers.write': done(whoChanges, 'plain'),
  'transit-routers.delete': approved(whoChanges, 'step-up'),
  'people.read': row(administrators, 'plain'),
  'people.write': { ...row(administrators, 'step-up'), reason: 'taken' },
} as const satisfies Record<string, Row>

type Permissions = typeof permissions
export type Permission = keyof Permissions

/** Those whose action has to say, each time, whether what was sent is dangerous. */
export type WeighedPermission = {
  [Name in Permission]: Permissions[Name]['care'] extends 'by-content' ? Name : never
}[Permission]

/** In the order of the table. */
export const permissionNames = Object.keys(permissions) as Permission[]

/** Whether a role has a permission. */
export const allows = (role: Role, permission: Permission): boolean =>
  permissions[permission].roles.some((each) => each === role)

/** How much care what needs this permission takes. */
export const careOf = (permission: Permission): Care => permissions[permission].care

/** Whether a second person approves what is dangerous of it, where the account asks for one. */
export const isApproved = (permission: Permission): boolean => permissions[permission].isApproved

/** Whether whoever does what needs this permission can say why, or in some accounts has to. */
export const reasonFor = (permission: Permission): Row['reason'] => permissions[permission].reason
