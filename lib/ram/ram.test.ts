import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { isRead } from '@/lib/cloud/request'
import { emulator, main } from '@/lib/cloud/test/emulator'
import { allows } from '@/lib/people/permissions'
import { roles } from '@/lib/people/schema'
import { ramActions } from '@/lib/ram/actions'
import { actionsOf, policyOf } from '@/lib/ram/policy'

const rig = await emulator('sample')
const { checkPermissions } = await import('@/lib/ram/check')

test('what the console calls is declared, and nothing else is: the door takes no other name', () => {
  const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/test\/|^cloud\/operations/.test(file))
    .map((file) => readFileSync(join('lib', file), 'utf8'))
    .join('\n')
  const unused = ramActions.filter(({ name }) => !sources.includes(`'${name}'`))
  expect(unused.map(({ name }) => name)).toEqual([])
  const actions = ramActions.map(({ action }) => action)
  expect(new Set(actions).size).toBe(actions.length)
  // A write is of somebody who may write, a read of everybody.
  for (const { action, declared } of ramActions)
    expect([action, declared.for.includes('read')]).toEqual([action, isRead(action.split(':')[1]!)])
})

test('each role has a policy of its own actions: a viewer reads only, whoever may more has more', () => {
  const all = ramActions.map(({ action, declared }) => ({ action, for: declared.for }))
  const viewer = actionsOf('viewer', all)
  expect(viewer.every((action) => isRead(action.split(':')[1]!))).toBe(true)
  for (const role of roles) {
    const policy = JSON.parse(policyOf(role, all)) as {
      Version: string
      Statement: { Effect: string; Action: string[]; Resource: string }[]
    }
    expect(policy.Version).toBe('1')
    const [statement] = policy.Statement
    expect(statement).toMatchObject({ Effect: 'Allow', Resource: '*' })
    expect(statement?.Action.every((action) => !action.includes('*'))).toBe(true)
    for (const { action, for: needed } of all)
      expect(statement?.Action.includes(action)).toBe(needed.some((each) => allows(role, each)))
  }
  expect(actionsOf('operator', all).length).toBeGreaterThan(viewer.length)
})

test('trying changes nothing: reads and dry runs alone, of what does not exist', async () => {
  const checked = await checkPermissions(main)
  const calls = rig.calls()
  expect(calls.filter(({ effect }) => effect)).toEqual([])
  const tried = ramActions.filter(({ declared }) => declared.tried)
  expect(calls.length).toBeGreaterThanOrEqual(tried.length)
  expect(checked).toHaveLength(ramActions.length)
  for (const { action, verdict, code } of checked)
    expect([action, code, ['allowed', 'not-denied', 'untried'].includes(verdict)]).toEqual([
      action,
      code,
      true,
    ])
  // Whatever can be denied without being done is tried.
  const untried = checked.filter(({ verdict }) => verdict === 'untried')
  expect(untried.every(({ action }) => !isRead(action.split(':')[1]!))).toBe(true)
})

test('an action that RAM denies is said to be denied, each by itself', async () => {
  const denied = ['DescribeCens', 'CreateTransitRouterVpnAttachment', 'CreateVpnAttachment']
  for (const action of denied) rig.fault({ actions: [action], fault: 'denied' })
  const checked = await checkPermissions(main)
  expect(
    checked.filter(({ verdict }) => verdict === 'denied').map(({ action }) => action.split(':')[1]),
  ).toEqual(denied)
  rig.fault({ actions: ['ListTransitRouters'], fault: 'throttle' })
  const [busy] = (await checkPermissions(main)).filter(({ verdict }) => verdict === 'unclear')
  expect(busy?.action).toBe('cen:ListTransitRouters')
})
