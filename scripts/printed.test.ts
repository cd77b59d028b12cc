import { PassThrough } from 'node:stream'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Printed } from '@/scripts/printed'

const CANARY = 'Hk3sA8dK2mPq7XzL'

async function printedBy(
  level: string | { level: string; isOpen: boolean },
  tell: (out: PassThrough, printed: Printed) => Promise<void> | void,
): Promise<string[]> {
  const lines: string[] = []
  const printed = new Printed('console', {
    ...(typeof level === 'string' ? { level } : level),
    write: (line) => lines.push(line),
  })
  const out = new PassThrough()
  printed.read(out)
  await tell(out, printed)
  out.end()
  await new Promise((resolve) => setImmediate(resolve))
  return lines
}

/** Lets what was written arrive. */
const arrived = () => new Promise((resolve) => setImmediate(resolve))

const facts = (lines: string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>)

test('what is printed to people who are served is told by its length, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (noise) => {
      const lines = await printedBy('info', (out, printed) => {
        printed.serves()
        out.write(`${noise}${CANARY}\u001b[2J\u009b31m\u202e\n{"level":50,${CANARY}\n\n`)
      })
      const text = lines.join('\n')
      expect(text).not.toContain(CANARY)
      // oxlint-disable-next-line no-control-regex -- the marks that must not come through
      expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
      for (const line of facts(lines))
        expect(line).toMatchObject({ level: 40, by: 'console', characters: expect.any(Number) })
    }),
  )
})

test('lines of our own writer go on, their unseen marks spelled out', async () => {
  const own = { level: 30, time: 1, name: 'a\u009b31m\u202eb\u2028\u{e0041}', msg: 'done' }
  const lines = await printedBy('info', (out, printed) => {
    printed.serves()
    out.write(`${JSON.stringify(own)}\r\n`)
  })
  expect(lines).toEqual([
    String.raw`{"level":30,"time":1,"name":"a\u009b31m\u202eb\u2028\udb40\udc41","msg":"done"}`,
  ])
  expect(facts(lines)).toEqual([own])
})

test('what a child says while it starts is told when it dies then, and not when it lives', async () => {
  const says = (out: PassThrough) => out.write('  Local: http://127.0.0.1:1\nport \u001b[1mtaken\n')
  expect(
    await printedBy('info', async (out, printed) => {
      says(out)
      await arrived()
      printed.serves()
      printed.ended()
    }),
  ).toEqual([])
  const told = await printedBy('info', async (out, printed) => {
    says(out)
    await arrived()
    printed.ended()
  })
  expect(facts(told).map(({ level, line }) => [level, line])).toEqual([
    [50, '  Local: http://127.0.0.1:1'],
    [50, 'port \u001b[1mtaken'],
  ])
  expect(facts(await printedBy('debug', (out) => void says(out)))).toMatchObject([
    { level: 20, line: '  Local: http://127.0.0.1:1' },
    { level: 20 },
  ])
})

test('a developer reads all that Next says but where it listens itself', async () => {
  const lines = await printedBy({ level: 'info', isOpen: true }, (out) => {
    out.write(
      '\u25b2 Next.js\n- Local:         http://localhost:41\n- Network:       http://10.0.0.1:41\n',
    )
    out.write(' GET /cen 200 in 12ms\n  Local: nothing\n')
  })
  expect(lines).toEqual(['\u25b2 Next.js', ' GET /cen 200 in 12ms', '  Local: nothing'])
})
