import { type Role, roles } from '@/lib/people/schema'

const everyone = roles
const whoChanges = ['operator', 'approver', 'administrator'] as const
const administrators = ['administrator'] as const

/**
 * What an action or a GET handler may need, and which roles have it. The only place that says so: `authorise` refuses
 * by it, the page of the roles shows it, and the tests run every action and handler against it.
 */
const permissions = {
  read: everyone,
  'preferences.write': everyone,
  'own-account.write': everyone,
  'secrets.reveal': whoChanges,
  'attachments.write': whoChanges,
  'cen.write': whoChanges,
  'customer-gateways.write': whoChanges,
  'grants.write': whoChanges,
  'ipsec-connections.write': whoChanges,
  'operations.write': whoChanges,
  'route-tables.write': whoChanges,
  'tags.write': whoChanges,
  'transit-routers.write': whoChanges,
  'people.read': administrators,
  'people.write': administrators,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** In the order of the table. */
export const permissionNames = Object.keys(permissions) as Permission[]

/** Whether a role has a permission. */
export const allows = (role: Role, permission: Permission): boolean =>
  permissions[permission].some((each) => each === role)
