import { expect, test } from 'vitest'

import { attachRules } from '@/lib/attach-form/rules'
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

const section = ([title, rules]: [string, readonly Row[]]) =>
  `## ${title}\n\n${rules.map(line).join('\n')}\n`

test('docs/rules.md lists every rule with its class, its severity and its source', async () => {
  const text = [
    '# Rules across fields\n',
    'Written from the tables of rules by `npx vitest run lib/attach-form/rules-list.test.ts -u`; the same test holds it',
    'true. `cloud`: Alibaba Cloud is known to refuse it. `standard`: a standard forbids it or advises against it. `advice`:',
    'experience. Only what the cloud refuses, or what cannot work, is an error. What one field takes by itself is said by',
    'its reader, with the source beside it, in `lib/connection-form/read.ts` and the `form.ts` of each resource.\n',
    Object.entries(TABLES).map(section).join('\n'),
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../../docs/rules.md')
})
