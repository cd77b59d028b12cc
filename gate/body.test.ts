import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'

import { expect, test } from 'vitest'

import { Bodies } from './body'

/** A request that is still arriving; only its stream is read. */
const arriving = () => {
  const stream = new PassThrough()
  return { stream, request: stream as unknown as IncomingMessage }
}

test('what one client has on the way is bounded, however many requests it sends', async () => {
  const bodies = new Bodies(100)
  const [first, second, third] = [arriving(), arriving(), arriving()]
  const reads = [first, second].map(({ request }) => bodies.read(request, 'a', 80))
  first.stream.write('x'.repeat(50))
  second.stream.write('x'.repeat(50))
  const refused = bodies.read(third.request, 'a', 80)
  third.stream.write('x')
  await expect(refused).rejects.toMatchObject({ why: 'many' })

  const other = arriving()
  other.stream.end('x'.repeat(80))
  expect((await bodies.read(other.request, 'b', 80)).body.length).toBe(80)

  first.stream.end()
  second.stream.end()
  const [held] = await Promise.all(reads)
  const full = arriving()
  full.stream.end('x')
  await expect(bodies.read(full.request, 'a', 80)).rejects.toMatchObject({ why: 'many' })
  held?.release()
  held?.release()
  const fits = arriving()
  fits.stream.end('x'.repeat(50))
  await expect(bodies.read(fits.request, 'a', 80)).resolves.toBeDefined()
})

test('a body above its limit, or whose sender leaves, gives its place up', async () => {
  const bodies = new Bodies(100)
  for (let round = 0; round < 10; round++) {
    const large = arriving()
    large.stream.write('x'.repeat(81))
    await expect(bodies.read(large.request, 'a', 80)).rejects.toMatchObject({ why: 'large' })
    const gone = arriving()
    const read = bodies.read(gone.request, 'a', 80)
    gone.stream.write('x'.repeat(80))
    gone.stream.destroy()
    await expect(read).rejects.toThrow('left')
  }
})
