import { expect, test } from 'vitest'

import { attachRules, checkAttachForm } from '@/lib/attach-form/rules'
import { attachFormSchema } from '@/lib/attach-form/schema'
import { ATTACH_FORM_SECTIONS } from '@/lib/attach-form/sections'
import { ATTACH_CASES } from '@/lib/attach-form/test/attach-cases'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import { checkConnection, connectionRules } from '@/lib/connection-form/rules'
import { KNOWN, NOTHING_KNOWN } from '@/lib/connection-form/test/known'
import { key } from '@/lib/connection-form/test/rule-case'
import { changed, testRules } from '@/lib/connection-form/test/rule-suite'

const table = {
  rules: attachRules,
  cases: ATTACH_CASES,
  sections: ATTACH_FORM_SECTIONS,
  clean: cleanForm,
  check: checkAttachForm,
}

testRules(table)

test('a clean form is right and no rule speaks', () => {
  expect(attachFormSchema.safeParse(cleanForm()).error).toBeUndefined()
  expect(checkAttachForm(cleanForm(), KNOWN)).toEqual([])
})

test('no rule of attaching has the name of a rule of the connection', () => {
  const names = [...connectionRules, ...attachRules].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('without facts no rule that needs them speaks', () => {
  const silent = ATTACH_CASES.filter((one) => {
    const { form } = changed(table, one)
    return !checkAttachForm(form, NOTHING_KNOWN).some(({ rule }) => rule === one.rule)
  })
  expect([...new Set(silent.map(({ rule }) => rule))].toSorted()).toEqual([
    'name.taken',
    'owner.isCurrent',
    'owner.notGranted',
    'resource.gatewayInRouterCidr',
    'resource.gone',
    'resource.routerCidr',
    'resource.state',
    'resource.tableOverlap',
    'resource.taken',
    'resource.tunnelCidrUsed',
    'router.basic',
    'router.noCidr',
    'router.notActive',
    'router.quota',
    'router.zone',
  ])
})

test('a connection that is not attached is judged by the same rules, on the same paths', () => {
  const values = cleanForm()
  key('Hk3sA8dK')(undefined, undefined, values.connection.tunnels[0])
  const found = checkAttachForm(values, KNOWN)
  expect(found).toEqual(checkConnection(values.connection, KNOWN))
  expect(found.length).toBeGreaterThan(0)
  values.resource = { kind: 'select', vpnId: 'vco-free' }
  expect(checkAttachForm(values, KNOWN)).toEqual([])
})
