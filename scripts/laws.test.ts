import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

import { expect, test } from 'vitest'

/** The folders whose rooms ARCHITECTURE lists. */
const TOP = 'app components docs e2e emulator gate lib packages proofs scripts'.split(' ')

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))

const sources = (folder: string): string[] => below(folder).filter((file) => /\.tsx?$/.test(file))

const isTest = (file: string): boolean => /\.(test|proof)\.tsx?$|\/test\//.test(file)

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

test('the tree in ARCHITECTURE lists every folder there is, and no other', () => {
  const [, tree = ''] =
    /\n## The tree\n(.*?)\n## /s.exec(readFileSync('ARCHITECTURE.md', 'utf8')) ?? []
  const listed: string[] = []
  for (const line of tree.split('\n')) {
    // `lib/request/ process/ query/`: folders beside the first one.
    const [first = '', ...beside] =
      line
        .match(/^ {4}(\S+\/)((?: [^\s/]+\/)*)/)?.[0]
        .trim()
        .split(' ') ?? []
    if (first) listed.push(first, ...beside.map((name) => posix.join(posix.dirname(first), name)))
  }
  for (const folder of listed) expect(existsSync(folder) ? '' : folder).toBe('')
  const names = new Set(listed.map((folder) => folder.replace(/\/$/, '')))
  const there = TOP.flatMap((top) => [
    top,
    ...foldersIn(top).map((name) => `${top}/${name}`),
  ]).filter((folder) => !folder.endsWith('node_modules'))
  const emulator = readFileSync('emulator/README.md', 'utf8')
  const missing = there.filter(
    (folder) =>
      !names.has(folder) &&
      !isShownByItsRooms(folder, names) &&
      !emulator.includes(folder.replace('emulator/', '').concat('/')),
  )
  expect(missing).toEqual([])
})

/** `app` needs no line of its own where `app/api` and the others have one. */
const isShownByItsRooms = (folder: string, names: Set<string>) =>
  [...names].some((name) => name.startsWith(`${folder}/`))

test('lib and components hold folders, no loose files', () => {
  const loose = ['lib', 'components'].flatMap((top) =>
    readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isFile()),
  )
  expect(loose.map(({ name }) => name)).toEqual([])
})

test('a decision has a number of its own, which whatever cites it uses', () => {
  const numbers = readdirSync('docs/decisions').map((name) => Number(name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  for (const file of below('docs/decisions'))
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^# ${Number(file.slice(15, 19))}\\. `))
  const cited = [...sources('app'), ...sources('components'), ...sources('lib'), 'ARCHITECTURE.md']
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bdecision (\d+)\b/g)])
    .map(([, number]) => Number(number))
  expect(cited.filter((number) => !numbers.includes(number))).toEqual([])
})

test('what neither draws nor touches the page lies in lib', () => {
  const page =
    /from '(react|next|@tanstack\/react|@\/components\/|@\/app\/)|'use (client|server)'|\b(window|document|Element|addEventListener)\b|class names/
  const strays = ['app', 'components']
    .flatMap(sources)
    .filter((file) => !/\.tsx$|\.(test|proof)\.ts$|\/route\.ts$/.test(file))
    .filter((file) => !page.test(readFileSync(file, 'utf8')))
  expect(strays).toEqual([])
  expect(sources('lib').filter((file) => file.endsWith('.tsx'))).toEqual([])
})

test('each thing is done in one way', () => {
  const files = ['app', 'components', 'lib'].flatMap(sources).filter((file) => !isTest(file))
  const having = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).toSorted()
  for (const file of having(/^'use server'/m)) {
    const made = readFileSync(file, 'utf8').match(/^export (?!type|interface).*/gm) ?? []
    expect([file, made.filter((line) => !/ = (action|openAction)\(/.test(line))]).toEqual([
      file,
      [],
    ])
  }
  // The limits of a person go where the access goes: one that is made anew has none.
  const made = /\w\(\s*\{ profile \}/
  expect(having(made).filter((file) => file.startsWith('app'))).toEqual([])
  const handlers = new Set(files.filter((file) => /^app.*\/route\.ts$/.test(file)))
  for (const file of having(/^export const GET = get\(|\banswerScript\(/m)) handlers.delete(file)
  // The health answers whatever fails, and machines read the metrics, without an account.
  expect([...handlers].toSorted()).toEqual(['app/api/health/route.ts', 'app/metrics/route.ts'])
  expect(having(/\bfetch\(/)).toEqual([
    'app/api/health/route.ts',
    'lib/query/get-json.ts',
    'lib/webhook/post.ts',
  ])
  expect(having(/\buseForm[<(]/)).toEqual(['components/form/use-action-form.ts'])
  expect(having(/\buseTable\(/)).toEqual(['components/ui/table.tsx'])
  // What is said is made there alone; zod and the forms, which carry strings, are the only doors back.
  expect(having(/\bas Packed\b/)).toEqual(['lib/i18n/message.ts'])
  expect(having(/\bcarried\(/)).toEqual([
    'components/form/form-section.tsx',
    'components/form/tag-field.tsx',
    'components/form/use-field.ts',
    'lib/failure/errors.ts',
  ])
})

test('a time and a length of time are written in one place, and each drawn by one component', () => {
  const files = ['app', 'components', 'lib'].flatMap(sources).filter((file) => !isTest(file))
  const having = (pattern: RegExp, among = files) =>
    among.filter((file) => pattern.test(readFileSync(file, 'utf8'))).toSorted()
  const formats =
    /Intl\.(?:DateTime|RelativeTime|Duration)Format|\btoLocale(?:Date|Time)?String\(|\b(?:dateTime|dateTimeRange|relativeTime)\(/
  expect(having(formats)).toEqual(['lib/i18n/time.ts'])
  expect(having(/\bprintTime\b.*from '|\{ .*\bprintTime\b.* \} from/)).toEqual([
    'components/ui/time.tsx',
  ])
  expect(having(/\bsplitDuration\b.* from /)).toEqual(['components/ui/duration.tsx'])
  // They ask the server for a time, and show none.
  const drawn = files.filter((file) => !file.startsWith('lib/'))
  expect(having(/\btoISOString\(|\btoUTCString\(/, drawn)).toEqual([
    'app/(console)/audit/use-search.ts',
    'app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/history/connection-history.tsx',
  ])
})

test('a state is drawn by one component, by the one table of states', () => {
  const drawn = ['app', 'components'].flatMap(sources)
  const having = (pattern: RegExp) =>
    drawn.filter((file) => pattern.test(readFileSync(file, 'utf8')))
  expect(having(/components\/ui\/status'/)).toEqual(['components/resource/state.tsx'])
})

test('ARCHITECTURE says of every dependency why it is there, and of no other', () => {
  const [, table = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split('\n## Why each dependency')
  // `@tanstack/react-query, -table`: of the same family; `@types/*`: all of them.
  const named = [...table.matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, cell = '']) => cell.replaceAll(/ \([^)]*\)/g, '').split(', '))
    .filter((name) => !['package', '---'].includes(name))
  const covers = (name: string) => (known: string) =>
    known === name ||
    (/^[-/]/.test(name) && known.endsWith(name)) ||
    (name.endsWith('*') && known.startsWith(name.slice(0, -1)))
  const installed = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>
  const known = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(installed[kind] ?? {}),
  )
  expect(known.filter((one) => !named.some((name) => covers(name)(one)))).toEqual([])
  expect(named.filter((name) => !known.some(covers(name)))).toEqual([])
})

/** A function of strongSwan, and what a table calls a guess. */
const FOREIGN = ['identification_create_from_string', 'guess']

test('what a comment or a document names in code letters is there', () => {
  const files = TOP.filter((top) => top !== 'docs').flatMap(sources)
  const texts = [...files, 'package.json', 'messages/en.json'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const isComment = /^\s*(\/\/|\*|\/\*\*)/
  const lines = texts.flatMap((text) => text.split('\n'))
  const code = lines.filter((line) => !isComment.test(line)).join('\n')
  const there = new Set([...FOREIGN, ...(code.match(/\w+/g) ?? [])])
  const documents = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'emulator/README.md']
  const told = [
    ...lines.filter((line) => isComment.test(line)),
    ...documents.map((file) => readFileSync(file, 'utf8').replaceAll(/```.*?```/gs, '')),
  ]
  const named = told.flatMap((text) =>
    [...text.matchAll(/`([A-Za-z_]\w{3,})(?:\(\))?`/g)].map(([, name = '']) => name),
  )
  expect(named.length).toBeGreaterThan(300)
  expect(named.filter((name) => !there.has(name))).toEqual([])
  const paths = told.flatMap((text) =>
    [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|js|json|md|svg))`/g)].map(
      ([, path = '']) => path,
    ),
  )
  expect(paths.filter((path) => !existsSync(path) && !existsSync(`emulator/${path}`))).toEqual([])
})

test('no test ends a wait before a busy machine would', () => {
  const early = TOP.filter((top) => top !== 'docs')
    .flatMap(sources)
    .filter((file) => /\.(test|spec|proof)\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\btimeout: (\d[\d_]*)|^\}, (\d+_\d{3})\)/gm)]
        .map(([, own = '', last = '']) => Number((own || last).replaceAll('_', '')))
        .filter((milliseconds) => milliseconds < 60_000)
        .map((milliseconds) => `${file}: ${milliseconds} ms`),
    )
  expect(early).toEqual([])
})

/** The route that a file of `app` belongs to: the nearest folder that has a page or a layout. */
function routeOf(folder: string): string {
  const isRoute = ['page.tsx', 'layout.tsx'].some((name) => existsSync(join(folder, name)))
  return isRoute || folder === 'app' ? folder : routeOf(dirname(folder))
}

test('a route imports from itself, from the routes around it and within it, never from a neighbour', () => {
  const strays = sources('app').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const own = routeOf(dirname(file))
    return [...text.matchAll(/(?:from|import\() ?'@\/(app\/[^']+)'/g)]
      .map(([, path = '']) => routeOf(dirname(path)))
      .filter((route) => !`${own}/`.startsWith(`${route}/`) && !`${route}/`.startsWith(`${own}/`))
      .map((route) => `${file} imports from ${route}`)
  })
  expect(strays).toEqual([])
})

/**
 * Where something is caught that is not thrown again, by the kinds of law 4. A new one here is a decision:
 * which kind is it, and would a function that is there already do?
 */
const CATCHES = {
  edge: [
    'app/api/health/route.ts',
    'components/ui/table-toolbar.tsx',
    'lib/failure/in-browser.ts',
    'lib/request/action.ts',
    'lib/request/route.ts',
  ],
  translation: [
    'lib/audit/readable.ts',
    'lib/cloud/credentials.ts',
    'lib/cloud/secrets.ts',
    'lib/i18n/message.ts',
    'lib/i18n/time.ts',
    'lib/navigation/routes.ts',
    'lib/notices/memory.ts',
    'lib/people/passkey-in-browser.ts',
    'lib/people/webauthn.ts',
    'lib/query/get-json.ts',
    'lib/request/reason.ts',
    'lib/request/script.ts',
    'lib/route-tables/compare.ts',
  ],
  'optional reading': [
    'operations/[operationId]/page.tsx',
    'components/form/use-action-form.ts',
    'lib/request/document.ts',
  ],
  background: [
    'lib/approvals/keep-requests.ts',
    'lib/audit/end.ts',
    'lib/audit/witness.ts',
    'lib/history/keep-watching.ts',
    'lib/history/watch.ts',
    'lib/operations/start.ts',
    'lib/process/begin.ts',
    'lib/webhook/post.ts',
  ],
}

test('whatever is caught and not thrown again is of a kind that the laws name', () => {
  const allowed = Object.values(CATCHES).flat()
  const caught = ['app', 'components', 'lib'].flatMap(sources).filter((file) => {
    // The engine writes down what became of a call: all of it is the edge of an operation.
    if (isTest(file) || file.startsWith('lib/operations/engine/')) return false
    return swallows(readFileSync(file, 'utf8'))
  })
  expect(caught.filter((file) => !allowed.some((end) => file.endsWith(end)))).toEqual([])
  expect(allowed.filter((end) => !caught.some((file) => file.endsWith(end)))).toEqual([])
})

/** Whether a text has a `catch` whose block does not throw, or a `.catch(` with anything but a named function that throws. */
function swallows(text: string): boolean {
  const blocks = [...text.matchAll(/\n( *)\} catch[^\n]*\n(.*?)\n\1\}/gs)]
  const calls = [...text.matchAll(/\.catch\((\w+|[^'"\w][^\n]*)/g)]
  return (
    blocks.some(([, , body = '']) => !/\bthrow\b|reject/.test(body)) ||
    calls.some(([, handler = '']) => !throwsIn(text, handler))
  )
}

const throwsIn = (text: string, name: string): boolean =>
  /^\w+$/.test(name) && new RegExp(`(function|const) ${name}\\b[^]*?\\bthrow\\b`).test(text)
