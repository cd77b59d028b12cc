import 'server-only'
import { AccessError } from '@/lib/failure/errors'
import { allows, type Permission } from '@/lib/people/permissions'
import type { Access } from '@/lib/request/access'

/**
 * The one place that decides. With `AUTH=off` whoever reaches the loopback address may do everything, but there are no
 * people to administrate.
 */
export const isAllowed = ({ person }: Access, permission: Permission): boolean =>
  person ? allows(person.role, permission) : !ofPeople.has(permission)

const ofPeople: ReadonlySet<Permission> = new Set([
  'people.read',
  'people.write',
  'own-account.write',
])

/** @throws AccessError when it is not allowed */
export function authorise(access: Access, permission: Permission): void {
  if (!isAllowed(access, permission)) throw new AccessError('NotAllowed')
}
