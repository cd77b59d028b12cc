import { type Role, roles } from '@/lib/people/schema'

/**
 * `plain`: a press is enough. `step-up`: it takes something away, or shows a key, so whoever presses proves anew to be
 * there. `by-content`: what is sent decides, by what the server reads; its action says so before it begins.
 */
export type Care = 'plain' | 'step-up' | 'by-content'

interface Row {
  roles: readonly Role[]
  care: Care
}

const row = <const Class extends Care>(names: readonly Role[], care: Class) => ({
  roles: names,
  care,
})
const everyone = roles
const whoChanges = ['operator', 'approver', 'administrator'] as const
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
  'secrets.reveal': row(whoChanges, 'step-up'),
  'attachments.write': row(whoChanges, 'plain'),
  'attachments.replace-table': row(whoChanges, 'by-content'),
  'attachments.delete': row(whoChanges, 'step-up'),
  'cen.write': row(whoChanges, 'plain'),
  'customer-gateways.write': row(whoChanges, 'plain'),
  'customer-gateways.delete': row(whoChanges, 'step-up'),
  'grants.write': row(whoChanges, 'plain'),
  'grants.revoke': row(whoChanges, 'step-up'),
  'ipsec-connections.write': row(whoChanges, 'plain'),
  'ipsec-connections.edit': row(whoChanges, 'by-content'),
  'ipsec-connections.delete': row(whoChanges, 'step-up'),
  'operations.write': row(whoChanges, 'by-content'),
  'route-tables.write': row(whoChanges, 'plain'),
  'route-tables.bind': row(whoChanges, 'by-content'),
  'route-tables.delete': row(whoChanges, 'step-up'),
  'tags.write': row(whoChanges, 'plain'),
  'transit-routers.write': row(whoChanges, 'plain'),
  'transit-routers.delete': row(whoChanges, 'step-up'),
  'people.read': row(administrators, 'plain'),
  'people.write': row(administrators, 'step-up'),
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
