import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { build } from 'esbuild'
import fc from 'fast-check'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'

import { attachFormCheck } from '@/lib/attach-form/check'
import { judgeAttachForm } from '@/lib/attach-form/judge'
import { checkAttachForm } from '@/lib/attach-form/rules'
import { acceptAttachForm, attachFormSchemaWith } from '@/lib/attach-form/schema'
import { arbitraryForm } from '@/lib/attach-form/test/arbitrary-form'
import { cleanForm } from '@/lib/attach-form/test/clean-form'
import { attachFormValuesSchema } from '@/lib/attach-form/values'
import { connectionFormSchemaWith } from '@/lib/connection-form/schema'
import { KNOWN } from '@/lib/connection-form/test/known'
import { InvalidInput } from '@/lib/failure/errors'
import { carried, type Packed, type RuleKey, unpackMessage } from '@/lib/i18n/message'
import { tidied } from '@/lib/text/reading'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'

/** What the browser finds: react-hook-form's errors by path. */
async function inBrowser(values: unknown): Promise<Record<string, string>> {
  const resolver = standardSchemaResolver(attachFormCheck(() => KNOWN))
  const { errors } = await resolver(values as never, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  })
  return leaves(errors)
}

function leaves(errors: object, path = ''): Record<string, string> {
  if ('message' in errors && typeof errors.message === 'string') return { [path]: errors.message }
  return Object.assign(
    {},
    ...Object.entries(errors).map(([step, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? leaves(inner, path ? `${path}.${step}` : step)
        : {},
    ),
  ) as Record<string, string> // `Object.assign` of a spread is untyped
}

/** What the server finds after the values have come as JSON: the action's schema, then the rules. */
function onServer(posted: unknown): Record<string, string> {
  const parsed = attachFormValuesSchema.safeParse(JSON.parse(JSON.stringify(posted)))
  if (!parsed.success) return firstByPath(parsed.error.issues)
  try {
    acceptAttachForm(parsed.data, KNOWN)
    return {}
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return firstByPath(error.issues)
  }
}

function firstByPath(issues: readonly { path: PropertyKey[]; message: string }[]) {
  const found: Record<string, string> = {}
  for (const { path, message } of issues) found[path.join('.')] ??= message
  return found
}

test('browser and server find the same errors in 10 000 forms', { timeout: 300_000 }, async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(arbitraryForm, async (values) => {
      const found = onServer(values)
      expect(await inBrowser(values)).toEqual(found)
      if (Object.keys(found).length > 0) refused += 1
    }),
    { numRuns: 10_000 },
  )
  expect(refused).toBeGreaterThan(5000)
})

test('a clean form is accepted by both', async () => {
  expect(await inBrowser(cleanForm())).toEqual({})
  expect(onServer(cleanForm())).toEqual({})
})

test('whatever is posted gives field errors and never throws', () => {
  const inside = fc
    .tuple(arbitraryForm, fc.nat(), fc.anything({ withNullPrototype: true, withBigInt: false }))
    .map(([values, at, garbage]) => replaceOne(values, at, garbage))
  const anything = fc.oneof(fc.anything(), fc.object(), fc.jsonValue({ maxDepth: 8 }), inside)
  fc.assert(
    fc.property(anything, (posted) => {
      const parsed = attachFormValuesSchema.safeParse(posted)
      for (const { message } of parsed.error?.issues ?? [])
        expect(unpackMessage(carried(message)).key).toMatch(
          /^value\.(?:text|flag|choice|group|long|count)$/,
        )
      expect(parsed.success ? typeof parsed.data.regionId : 'refused').toMatch(/string|refused/)
    }),
    { numRuns: 5000 },
  )
})

test('deep nesting and unknown keys change nothing', () => {
  let deep: unknown = 'x'
  for (let level = 0; level < 5000; level++) deep = { deep }
  const posted = { ...cleanForm(), deep, role: 'admin', ['__proto__']: { polluted: true } }
  const parsed = attachFormValuesSchema.parse(posted)
  expect(parsed).toEqual(cleanForm())
  expect('polluted' in {}).toBe(false)
})

test('the browser tidies what was typed as the schema of the server does', () => {
  const around = fc.constantFrom('', ' ', '\u200B', '\t\n', 'x'.repeat(4100))
  fc.assert(
    fc.property(arbitraryForm, around, (values, more) => {
      const typed = structuredClone(values)
      typed.transitRouterAttachmentName = `${more}${typed.transitRouterAttachmentName}${more}`
      typed.connection.tunnels[0].psk = `${more}${typed.connection.tunnels[0].psk}${more}`
      typed.tag = [...typed.tag, { key: `${more}a`, value: more }]
      expect(tidied(typed)).toEqual(attachFormValuesSchema.parse(typed))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['lib/attach-form/judge.ts', 48_000],
  ['lib/attach-form/check.ts', 41_000],
  ['lib/connection-edit/judge.ts', 38_000],
  ['lib/connection-form/check.ts', 38_000],
])('%s, which a pause of typing evaluates, is without zod and small', async (entry, most) => {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'silent',
  })
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('zod'))).toEqual([])
  expect(outputFiles[0]?.contents.length).toBeLessThan(most)
})

test('every message reads as a sentence in both languages', () => {
  const failed: string[] = []
  const translators = [en, zh].map((messages) =>
    createTranslator({
      locale: 'en',
      messages: messages as typeof en,
      namespace: 'rules',
      onError: (error) => failed.push(error.message),
    }),
  )
  const seen = new Map<RuleKey, Packed>()
  const see = (said: Packed) => seen.set(unpackMessage(said).key!, said)
  fc.assert(
    fc.property(arbitraryForm, (values) => {
      const issues = attachFormSchemaWith(() => KNOWN).safeParse(values).error?.issues ?? []
      for (const { message, ...rest } of [...issues, ...checkAttachForm(values, KNOWN)]) {
        see(carried(message))
        if ('fix' in rest && rest.fix) see(rest.fix.label)
      }
    }),
    { numRuns: 1500 },
  )
  expect(seen.size).toBeGreaterThan(60)
  for (const [key, packed] of seen) {
    const { values } = unpackMessage(packed)
    for (const t of translators) expect(t(key, values)).not.toMatch(/\{\w+\}/)
  }
  expect(failed).toEqual([])
})

test('a zone is not sent with a selected connection of two tunnels', () => {
  const values = cleanForm()
  values.resource = { kind: 'select', vpnId: 'vco-two' }
  expect(acceptAttachForm(values, KNOWN)).not.toHaveProperty('zoneId')
  values.resource.vpnId = 'vco-free'
  expect(acceptAttachForm(values, KNOWN)).toHaveProperty('zoneId', 'eu-central-1a')
})

test('the list of problems holds field errors and findings alike', () => {
  const values = cleanForm()
  values.connection.tunnels[0].customerGatewayId = ''
  values.connection.tunnels[0].psk = 'Hk3sA8dK'
  expect(judgeAttachForm(values, KNOWN).before.filter(({ path }) => path)).toMatchObject([
    { path: 'connection.tunnels.0.customerGatewayId', status: 'error' },
    { path: 'connection.tunnels.0.psk', status: 'warning' },
  ])
})

/** What a schema finds wrong with the connection, by path. */
const ofConnection = (issues: readonly { path: PropertyKey[]; message: string }[] = []) =>
  new Set(
    issues
      .map(({ path, message }) => `${path.join('.')} ${message}`)
      .filter((issue) => issue.startsWith('connection.')),
  )

test('a connection is judged alike whether it is attached at once or not', () => {
  fc.assert(
    fc.property(arbitraryForm, ({ connection, ...form }) => {
      const attached = attachFormSchemaWith(() => KNOWN).safeParse({
        ...form,
        resource: { kind: 'create', vpnId: '' },
        connection,
      })
      const alone = connectionFormSchemaWith(() => KNOWN).safeParse({
        regionId: 'eu-central-1',
        name: '',
        tag: [],
        connection,
      })
      expect(ofConnection(alone.error?.issues)).toEqual(ofConnection(attached.error?.issues))
    }),
    { numRuns: 300 },
  )
})

/** Puts garbage instead of the `at`-th value of a form. */
function replaceOne(values: object, at: number, garbage: unknown): unknown {
  const copy: unknown = structuredClone(values)
  const slots: [Record<string, unknown>, string][] = []
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const step of Object.keys(node)) {
      const owner = node as Record<string, unknown>
      slots.push([owner, step])
      walk(owner[step])
    }
  }
  walk(copy)
  const slot = slots[at % slots.length]
  if (slot) slot[0][slot[1]] = garbage
  return copy
}
