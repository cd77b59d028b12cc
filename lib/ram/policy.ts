import { allows } from '@/lib/people/permissions'
import type { Role } from '@/lib/people/schema'
import type { RamAction } from '@/lib/ram/schema'

/** The actions of RAM that a role of the console needs. */
export const actionsOf = (
  role: Role,
  actions: readonly Pick<RamAction, 'action' | 'for'>[],
): string[] =>
  actions
    .filter((each) => each.for.some((permission) => allows(role, permission)))
    .map(({ action }) => action)
    .toSorted()

/**
 * The policy of least privilege for a profile that is used in this role: its actions and nothing else. Alibaba: policy
 * structure and syntax of RAM. `Resource` can be narrowed; what is made has no id before.
 */
export const policyOf = (
  role: Role,
  actions: readonly Pick<RamAction, 'action' | 'for'>[],
): string =>
  JSON.stringify(
    {
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: actionsOf(role, actions), Resource: '*' }],
    },
    null,
    2,
  )
