import { expect, test } from 'vitest'

import { checkConnection, connectionRules } from '@/lib/connection-form/rules'
import { CONNECTION_FORM_SECTIONS } from '@/lib/connection-form/sections'
import {
  cleanConnection,
  cleanConnectionForm,
  KNOWN,
  NOTHING_KNOWN,
} from '@/lib/connection-form/test/known'
import { ROUTING_CASES } from '@/lib/connection-form/test/routing-cases'
import { bgp, key } from '@/lib/connection-form/test/rule-case'
import { changed, testRules } from '@/lib/connection-form/test/rule-suite'
import { TUNNEL_CASES } from '@/lib/connection-form/test/tunnel-cases'
import type { ConnectionFormValues } from '@/lib/connection-form/values'

const table = {
  rules: connectionRules,
  cases: [...ROUTING_CASES, ...TUNNEL_CASES],
  sections: CONNECTION_FORM_SECTIONS,
  clean: cleanConnectionForm,
  check: ({ connection }: ConnectionFormValues, known: typeof NOTHING_KNOWN) =>
    checkConnection(connection, known),
}

testRules(table)

test('without facts no rule that needs them speaks', () => {
  const silent = table.cases.filter(({ rule, ...one }) => {
    const { form } = changed(table, { rule, ...one })
    return !table.check(form, NOTHING_KNOWN).some((finding) => finding.rule === rule)
  })
  expect([...new Set(silent.map(({ rule }) => rule))].toSorted()).toEqual([
    'bgp.asnEqual',
    'bgp.noPeerAsn',
    'bgp.peerAsnsDiffer',
    'bgp.tunnelCidrElsewhere',
    'bgp.tunnelCidrUsed',
    'gateway.gone',
    'gateway.inRouterCidr',
    'gateway.publicToPrivate',
    'health.gateway',
    'health.inOther',
    'routing.routerCidr',
    'routing.tableOverlap',
  ])
})

test('BGP and health check say nothing while they are off', () => {
  const connection = cleanConnection()
  connection.tunnels[0].bgp = { tunnelCidr: '169.254.11.0/30', localBgpIp: 'x', localAsn: '65010' }
  Object.assign(connection.healthCheck, { dip: '224.0.0.1', sip: '224.0.0.1' })
  expect(checkConnection(connection, KNOWN)).toEqual([])
})

test('the default ASN is not called public, though it is', () => {
  const connection = cleanConnection()
  bgp({ localAsn: '45104' })(undefined, connection)
  expect(checkConnection(connection, KNOWN)).toEqual([])
})

test('no message quotes a pre-shared key', () => {
  for (const psk of ['changeme', 'Zz9?Zz9', '0xZz9Zz9Zz9']) {
    const connection = cleanConnection()
    key(psk)(undefined, connection, connection.tunnels[0])
    const found = checkConnection(connection, KNOWN)
    expect(found.length).toBeGreaterThan(0)
    expect(JSON.stringify(found)).not.toContain(psk)
  }
})

test('what the provider’s own examples have stops nothing: equal ASNs, a key of digits', () => {
  const connection = cleanConnection()
  bgp({ localAsn: '65010' })(undefined, connection)
  key('12345678')(undefined, connection, connection.tunnels[0])
  const findings = checkConnection(connection, KNOWN)
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['bgp.asnEqual']))
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
})
