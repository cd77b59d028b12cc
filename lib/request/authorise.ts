import 'server-only'
import { mustLieWithin } from '@/lib/cloud/limits'
import { AccessError } from '@/lib/failure/errors'
import { allows, type Permission } from '@/lib/people/permissions'
import type { Access } from '@/lib/request/access'

/**
 * The one place that decides. With `AUTH=off` whoever reaches the loopback address may do everything, but there are no
 * people to administrate.
 */
const isAllowed = ({ person }: Access, permission: Permission): boolean =>
  person ? allows(person.role, permission) : !ofPeople.has(permission)

const ofPeople: ReadonlySet<Permission> = new Set([
  'people.read',
  'people.write',
  'own-account.write',
  'own-account.token',
  'own-factors.write',
])

/** What is open to somebody who has yet to set up the second factor that an administrator asks for. */
const beforeFactor: ReadonlySet<Permission> = new Set([
  'own-account.write',
  'own-factors.write',
  'preferences.write',
])

/** @throws AccessError when it is not allowed */
export function authorise(access: Access, permission: Permission): void {
  if (!isAllowed(access, permission)) throw new AccessError('NotAllowed')
  if (access.person?.secondFactor === 'missing' && !beforeFactor.has(permission))
    throw new AccessError('FactorNeeded')
}

/** About the console and oneself, whatever the limits. */
const ofConsole: ReadonlySet<Permission> = new Set([...ofPeople, 'preferences.write'])

/**
 * The same, and whether all that an input names lies within the limits of whoever asks.
 * @throws AccessError, and CloudError when what lies where cannot be read
 */
export async function authoriseInput(
  access: Access,
  permission: Permission,
  input: unknown,
): Promise<void> {
  authorise(access, permission)
  if (!ofConsole.has(permission)) await mustLieWithin(access, input)
}
