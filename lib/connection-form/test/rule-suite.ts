import { expect, test } from 'vitest'

import { type Finding, type Rule, severityOf } from '@/lib/connection-form/rules/rule'
import type { Sections } from '@/lib/connection-form/sections'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { KNOWN } from '@/lib/connection-form/test/known'
import { sectionsOf } from '@/lib/connection-form/test/paths'
import type { Case } from '@/lib/connection-form/test/rule-case'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { unpackMessage } from '@/lib/i18n/message'

interface Table<Form> {
  rules: readonly Omit<Rule<never>, 'check' | 'fix'>[]
  cases: readonly Case<Form>[]
  sections: Sections
  /** A form that no rule has anything to say about. */
  clean: () => Form
  check: (form: Form, known: Surroundings) => Finding[]
}

/** What is true of every table of rules. */
export function testRules<Form extends { connection: ConnectionValues }>(table: Table<Form>) {
  const { rules, cases, sections, clean, check } = table

  test.each(cases)('$rule speaks at $at', (one) => {
    const finding = changed(table, one).finding
    expect(finding && unpackMessage(finding.message).values).toMatchObject(one.says ?? {})
  })

  test('no rule speaks of a clean form', () => {
    expect(check(clean(), KNOWN)).toEqual([])
  })

  test('each rule of the table is tried here, has its own name and names its source', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(rules.map(({ name }) => name).toSorted()).toEqual(
      [...new Set(cases.map(({ rule }) => rule))].toSorted(),
    )
    for (const { source } of rules) expect(source.length).toBeGreaterThan(10)
  })

  test('each rule says its class, and only what the cloud refuses or cannot work is an error', () => {
    for (const rule of rules) {
      expect(['cloud', 'standard', 'advice']).toContain(rule.class)
      const isError = rule.class === 'cloud' || ('cannotWork' in rule && rule.cannotWork === true)
      expect([rule.name, severityOf(rule as Rule<never>)]).toEqual([
        rule.name,
        isError ? 'error' : 'warning',
      ])
    }
    for (const one of cases) {
      const rule = rules.find(({ name }) => name === one.rule)
      expect(changed(table, one).finding?.severity).toBe(rule && severityOf(rule as Rule<never>))
    }
  })

  test('each rule speaks at the fields that it declares, each in one section', () => {
    for (const { paths } of rules) {
      expect(paths.length).toBeGreaterThan(0)
      for (const path of paths)
        for (const tunnel of ['0', '1'])
          expect([path, sectionsOf(sections, path.replace('*', tunnel)).length]).toEqual([path, 1])
    }
    const declared = (rule: string) => rules.find(({ name }) => name === rule)?.paths
    const undeclared = cases
      .flatMap((one) => changed(table, one).found)
      .filter(({ rule, path }) => {
        const paths = declared(rule)
        return paths && !paths.includes(path.replace(/tunnels\.\d/, 'tunnels.*'))
      })
    expect(undeclared).toEqual([])
  })

  test('the fix of a finding ends it', () => {
    const fixed = cases.flatMap((one) => {
      const { form, known, finding } = changed(table, one)
      if (!finding?.fix) return []
      for (const [path, value] of Object.entries(finding.fix.set)) put(form, path, value)
      return [{ rule: one.rule, still: check(form, known).filter(({ rule }) => rule === one.rule) }]
    })
    const withFix = rules.filter((rule) => 'fix' in rule).map(({ name }) => name)
    expect([...new Set(fixed.map(({ rule }) => rule))].toSorted()).toEqual(withFix.toSorted())
    expect(fixed.filter(({ still }) => still.length > 0)).toEqual([])
  })
}

/** The form of a case, what is found in it, and what the rule of the case found there. */
export function changed<Form extends { connection: ConnectionValues }>(
  { clean, check }: Pick<Table<Form>, 'clean' | 'check'>,
  { rule, at, change, known }: Case<Form>,
) {
  const form = clean()
  change(form, form.connection, form.connection.tunnels[0])
  const all: Surroundings = { ...KNOWN, ...known }
  const found = check(form, all)
  const finding = found.find((one) => one.rule === rule && one.path === at)
  expect(finding).toBeDefined()
  return { form, known: all, found, finding }
}

/** Sets a value by its form path. */
function put(target: object, path: string, value: string | boolean) {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at = target as Record<string, never>
  for (const step of steps) at = at[step] ?? {}
  Object.assign(at, { [last]: value })
}
