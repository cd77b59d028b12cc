import { get, set } from 'react-hook-form'
import { expect, test } from 'vitest'

import { attachRules } from '@/lib/attach-form/rules'
import { LIMITED_FORMS } from '@/lib/attach-form/test/field-limits'
import { connectionFormRules, connectionRules } from '@/lib/connection-form/rules'
import { type Rule, severityOf } from '@/lib/connection-form/rules/rule'

const TABLES = {
  'A connection, attached or not': connectionRules,
  'A connection that is created alone': connectionFormRules,
  'An attachment': attachRules,
} as const

type Row = Pick<Rule<never>, 'name' | 'source' | 'paths'> & Parameters<typeof severityOf>[0]

const line = (rule: Row) =>
  `- \`${rule.name}\`: ${rule.class}, ${severityOf(rule)}. ${rule.source}.\n` +
  `  Speaks at ${rule.paths.map((path) => `\`${path}\``).join(', ')}.`

const limits = LIMITED_FORMS.map(
  ({ title, limits }) =>
    (title && `### ${title}\n\n`) +
    limits
      .map(
        (limit) =>
          `- ${limit.at.map((path) => `\`${path.replaceAll('tunnels.0', 'tunnels.*')}\``).join(', ')}: ` +
          `${limit.takes}. ${limit.class}, error. ${limit.source}.\n`,
      )
      .join(''),
)
  .join('\n')
  .replaceAll('\n\n- ', '\n- ')
  .replaceAll(/(### .+)\n- /g, '$1\n\n- ')

const section = ([title, rules]: [string, readonly Row[]]) =>
  `## ${title}\n\n${rules.map(line).join('\n')}\n`

test('docs/rules.md lists every rule with its class, its severity and its source', async () => {
  const text = [
    '# Rules\n',
    'Written from the tables of rules by `npx vitest run lib/attach-form/rules-list.test.ts -u`; the same test holds it',
    'true. `cloud`: Alibaba Cloud is known to refuse it. `standard`: a standard forbids it or advises against it. `advice`:',
    'experience. Only what the cloud refuses, or what cannot work, is an error.\n',
    Object.entries(TABLES).map(section).join('\n'),
    '## What a field takes by itself\n',
    'Each limit is tried by the same test, at its border. No field takes more than 4,000 characters.\n',
    limits,
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../../docs/rules.md')
})

const TRIED = LIMITED_FORMS.flatMap(({ schema, right, limits }) =>
  limits.flatMap((limit) => limit.at.map((path) => ({ schema, form: right, path, ...limit }))),
)

test.each(TRIED)('$path takes $takes', ({ schema, form, path, right, wrong }) => {
  const refusedAt = (text: string) => {
    const values: object = structuredClone(form())
    expect(typeof get(values, path)).toBe('string')
    set(values, path, text)
    const { issues = [] } = schema.safeParse(values).error ?? {}
    return issues.map((issue) => issue.path.join('.'))
  }
  for (const text of right) expect([text, refusedAt(text)]).toEqual([text, []])
  for (const text of wrong) expect([text, refusedAt(text)]).toEqual([text, [path]])
})
