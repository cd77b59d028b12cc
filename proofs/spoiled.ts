import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

import fc from 'fast-check'

import { BUILD_FOLDER } from '@/scripts/build'

/** A request as a page of ours would send it, but for what is spoiled in it. */
export interface Sent {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body: Buffer
}

export interface Action {
  id: string
  path: string
}

/** Each action that the build knows, at a page that has it. */
export function actionsOfBuild(ids: Record<string, string>): Action[] {
  const manifest = JSON.parse(
    readFileSync(`${BUILD_FOLDER}/server/server-reference-manifest.json`, 'utf8'),
  ) as { node: Record<string, { workers: Record<string, unknown> }> }
  return Object.entries(manifest.node).map(([id, { workers }]) => {
    const page = Object.keys(workers).find((name) => !name.includes('[...')) ?? ''
    const path = page
      .replace(/^app|\/page$|\/\([^)]*\)|\/@\w+/g, '')
      .replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? 'x')
    return { id, path: path || '/cen' }
  })
}

/** What has a meaning to the parser of action bodies, to JSON, to a prototype or to a database. */
const TEXTS =
  `$ $$ $F1 $h1 $D $Dx $n1e9 $Q1 $W1 $K1 $@1 $@ $T $B1 $A1 $i1 $R1 $r1 $X1 $1:a:b $1:__proto__:x $undefined
  $Infinity $-Infinity $-0 $NaN $S $P $E $Z $0 $ff １ % ../../etc evil.example:9443/# constructor {{}} a?{b}`.split(
    /\s+/,
  )
const NASTY: unknown[] = [
  ...TEXTS,
  `$n${'9'.repeat(400)}`,
  '',
  ' ',
  '\0',
  '\uD800',
  '\u202E',
  "'; drop table audit; --",
  'x'.repeat(50_000),
  '9'.repeat(20_000),
  ...(JSON.parse(`[null, true, -1, 0, 1e308, 9007199254740993, 0.1, [], {}, [[[[[[[[]]]]]]]],
    {"__proto__": null}, {"toString": 1}, {"then": "$h0"}, {"constructor": {"prototype": 1}}, {"length": 1e9}]`) as unknown[]),
  Array.from({ length: 5000 }, () => 0),
  Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`k${at}`, at])),
]

/** A value with one place of it, at any depth, taken by something else. */
function spoil(value: unknown, at: number, put: unknown): unknown {
  let left = at
  const walk = (here: unknown): unknown => {
    if (left-- === 0) return put
    if (Array.isArray(here)) return here.map((each) => walk(each))
    if (typeof here !== 'object' || here === null) return here
    return Object.fromEntries(Object.entries(here).map(([name, each]) => [name, walk(each)]))
  }
  return walk(value)
}

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  put: fc.oneof(
    fc.constantFrom(
      '"',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '\\',
      '$',
      '\0',
      '\r\n',
      '\u001b[2J',
      '1e999',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
})

export const spoiled = fc.record({
  which: fc.nat(),
  input: fc.nat(),
  places: fc.array(
    fc.record({ at: fc.nat(120), put: fc.oneof(fc.constantFrom(...NASTY), fc.jsonValue()) }),
    { maxLength: 3 },
  ),
  edits: fc.array(edit, { maxLength: 3 }),
  form: fc.constantFrom('text', 'text', 'text', 'parts', 'wrong parts'),
  type: fc.constantFrom(
    undefined,
    undefined,
    undefined,
    '',
    'application/json',
    'multipart/form-data',
  ),
  fewer: fc.constantFrom('args', 'args', 'args', 'none', 'one', 'many'),
})

type Spoiled = typeof spoiled extends fc.Arbitrary<infer Value> ? Value : never

export function actionOf(
  given: Spoiled,
  { actions, inputs }: { actions: readonly Action[]; inputs: readonly unknown[] },
): Sent {
  const { path, id } = actions[given.which % actions.length]!
  const good = inputs[given.input % inputs.length]
  const value = given.places.reduce((last, { at, put }) => spoil(last, at, put), good as unknown)
  const args = { args: [value, randomUUID()], none: [], one: [value], many: Array(9).fill(value) }
  let body = JSON.stringify(args[given.fewer]) ?? ''
  for (const { at, length, put } of given.edits) {
    const start = Math.floor(at * body.length)
    body = body.slice(0, start) + put + body.slice(start + length)
  }
  const boundary = '----spoiled'
  const part = (name: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`
  if (given.form !== 'text')
    body =
      part(given.form === 'parts' ? '0' : '$ACTION_REF_1', body) +
      part('1', JSON.stringify(value) ?? '') +
      `--${boundary}--\r\n`
  const natural =
    given.form === 'text' ? 'text/plain;charset=UTF-8' : `multipart/form-data; boundary=${boundary}`
  return {
    method: 'POST',
    path,
    headers: {
      'next-action': id,
      'content-type': given.type ?? natural,
      accept: 'text/x-component',
    },
    body: Buffer.from(body.slice(0, 60_000)),
  }
}

/** Search parameters of each handler, likewise. */
export const queries = fc.record({
  which: fc.nat(),
  pairs: fc.array(
    fc.tuple(
      fc.constantFrom(
        'regionId',
        'cenId',
        'transitRouterId',
        'words',
        'from',
        'until',
        'page',
        'size',
        'sort',
        'order',
        'operationId',
        'newest',
        'properties',
        'actor',
        'action',
        'outcome',
        'state',
        'vpnConnectionId',
        'routeTableId',
        'attachmentId',
        'kind',
        '__proto__',
        '',
      ),
      fc.oneof(
        fc.constantFrom(
          'eu-central-1',
          'cen-c7552q19cnvv7ptjlw',
          '0',
          '1',
          '-1',
          '1e99',
          '0000-01-01T00:00:00Z',
          '9999-12-31T23:59:59Z',
          '+275760-09-13T00:00:00Z',
          '2026-02-30T00:00:00Z',
          '\uD800',
          '%',
          '_%\\',
          'a\nb'.repeat(500),
          'x'.repeat(2000),
          'active',
          'recent',
          'asc',
          'time',
          'region:eu-',
          'evil.example:9443/#',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    ),
    { maxLength: 5 },
  ),
})

const HANDLERS = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/route.ts'))
  .map((file) => `/api/${file.slice(0, -'/route.ts'.length)}`)
  // Machines ask that one, and it says 503 on purpose.
  .filter((path) => path !== '/api/health')

export const queryOf = ({
  which,
  pairs,
}: typeof queries extends fc.Arbitrary<infer Value> ? Value : never): Sent => {
  const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
  return {
    method: 'GET',
    path: `${HANDLERS[which % HANDLERS.length]}?${search.join('&')}`,
    headers: {},
    body: Buffer.alloc(0),
  }
}
