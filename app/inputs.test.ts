import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { LONGEST_TEXT } from '@/lib/text/reading'

// Nothing of it is asked: the modules want a database that has an address.
Object.assign(process.env, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })

type Node = z.core.$ZodType

/** The schema of every action and every read, by its file and name. */
async function everySchema(): Promise<[string, Node][]> {
  const found: [string, Node][] = []
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => join('app', file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|api\/health|app\/metrics/.test(file))
  for (const file of files) {
    const isRead = file.endsWith('/route.ts')
    // That is all actions, each with its own schema.
    if (file.startsWith('app/api/actions/')) continue
    if (!isRead && !/^'use server'/m.test(readFileSync(file, 'utf8'))) continue
    const all = (await import(join(process.cwd(), file))) as Record<string, { schema: Node }>
    for (const [name, { schema }] of Object.entries(all)) found.push([`${file} ${name}`, schema])
  }
  return found
}

/** Of several alphabets, for a field that takes only one. */
const LONG = [
  `${'a'.repeat(20_000)}@b.example`,
  ...['a', '1', '-', 'é', ' ', '1.1.1.1/32,', '/x', '\n', 'a\n'].map((unit) =>
    unit.repeat(20_000 / unit.length),
  ),
]
/** One of these is what a field asks for. */
const SHORT = [
  '',
  'a',
  '1',
  '10.0.0.1',
  '10.0.0.0/8',
  'cn-hangzhou',
  'cen-1',
  'vco-1',
  'a@b.example',
]
const UUID = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6'
const MOST_ITEMS = 300

const accepted = (node: Node, input: unknown): unknown => z.safeParse(node, input).data

/** Something that a part takes, as small as it can be. */
function sample(node: Node): unknown {
  if (node instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(node.shape).map(([key, part]) => [key, sample(part as Node)]),
    )
  if (node instanceof z.ZodTuple) return node.def.items.map(sample)
  if (node instanceof z.ZodArray) return []
  if (node instanceof z.ZodUnion) return sample(node.options[0]!)
  const inside = within(node)
  if (inside && !(inside instanceof z.ZodString)) return sample(inside)
  return [
    ...SHORT,
    UUID,
    true,
    0,
    {},
    ...Object.values(z.toJSONSchema(node, LOOSE).enum ?? []),
  ].find((each) => z.safeParse(node, each).success)
}

const LOOSE = { io: 'input', unrepresentable: 'any' } as const

const sizeOf = (value: unknown): number =>
  typeof value === 'string' ? value.length : (JSON.stringify(value) ?? '').length

/** What a part is made of that only wraps another. */
function within(node: Node): Node | undefined {
  if (node instanceof z.ZodPipe) return node.def.in
  return 'innerType' in node._zod.def ? (node._zod.def.innerType as Node) : undefined
}

/** The parts of a schema that take input of any size, by their paths. */
function unbounded(node: Node, path: string): string[] {
  if (node instanceof z.ZodObject)
    return Object.entries(node.shape).flatMap(([key, part]) =>
      unbounded(part as Node, `${path}.${key}`),
    )
  if (node instanceof z.ZodTuple)
    return node.def.items.flatMap((part, at) => unbounded(part, `${path}[${at}]`))
  if (node instanceof z.ZodUnion) return node.options.flatMap((part) => unbounded(part, path))
  if (node instanceof z.ZodArray) {
    const one = sample(node.element)
    if (!z.safeParse(node, [one]).success) throw new Error(`${path}[] takes no sample.`)
    const many = accepted(node, Array<unknown>(20_000).fill(one)) as unknown[] | undefined
    const isCapped = many === undefined || many.length <= MOST_ITEMS
    return [...(isCapped ? [] : [`${path}[]`]), ...unbounded(node.element, `${path}[]`)]
  }
  const inside = within(node)
  if (inside && !(inside instanceof z.ZodString)) return unbounded(inside, path)
  if (node instanceof z.ZodAny || node instanceof z.ZodUnknown) return [`${path} of any shape`]
  if (node instanceof z.ZodRecord) {
    const one = sample(node.valueType)
    const entries = Array.from({ length: 5000 }, (_, at): [string, unknown] => [`k${at}`, one])
    const isCapped = accepted(node, Object.fromEntries(entries)) === undefined
    return [...(isCapped ? [] : [`${path}{}`]), ...unbounded(node.valueType, `${path}{}`)]
  }
  const isLong = (text: string) => sizeOf(accepted(node, text)) > 2 * LONGEST_TEXT
  return LONG.some(isLong) ? [path] : []
}

test('no action and no read takes a text or a list of any length', async () => {
  const all = await everySchema()
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(([name, schema]) => unbounded(schema, name))).toEqual([])
})

test('the walk finds what has no cap, wherever it stands', () => {
  const bad = z.object({
    name: z.string(),
    short: z.string().max(10),
    tags: z.array(z.object({ key: z.string().max(9) })),
    few: z.array(z.string().regex(/^a+$/)).max(9),
    either: z.union([z.object({ text: z.string().trim().exactOptional() }), z.literal('none')]),
    made: z.string().transform((text) => text.split('\n')),
    named: z.record(z.string(), z.string()),
    any: z.object({ thing: z.unknown() }),
    pair: z.tuple([z.email(), z.uuid()]),
  })
  expect(unbounded(bad, 'it')).toEqual([
    'it.name',
    'it.tags[]',
    'it.few[]',
    'it.either.text',
    'it.made',
    'it.named{}',
    'it.named{}',
    'it.any.thing of any shape',
    'it.pair[0]',
  ])
})

test('a deletion has at most two hundred steps of a kind', async () => {
  const { beginDeletion } =
    await import('@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/delete/actions')
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `vtb-${at}`)
  const routes = (count: number) =>
    ids(count).map((routeTableId) => ({ routeTableId, destination: '10.0.0.0/8' }))
  const whole = {
    operationId: UUID,
    attachment: {
      cenId: 'cen-1',
      regionId: 'cn-hangzhou',
      transitRouterId: 'tr-1',
      transitRouterAttachmentId: 'tr-attach-1',
    },
    reviewed: {
      status: 'Attached',
      routes: routes(200),
      propagations: ids(200),
      associations: ids(200),
    },
    withConnection: true,
  }
  const { schema } = beginDeletion
  expect(schema.safeParse(whole).success).toBe(true)
  for (const more of [
    { routes: routes(201) },
    { propagations: ids(201) },
    { associations: ids(201) },
  ])
    expect(schema.safeParse({ ...whole, reviewed: { ...whole.reviewed, ...more } }).success).toBe(
      false,
    )
})
