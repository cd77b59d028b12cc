import { Hono } from 'hono'
import { z } from 'zod'

import { advance, type Emulator, reset } from '../emulator'
import { worldNames } from '../world/fill'
import { bodyOf, stateControl } from './control-state'
import { faultSchema } from './faults'

const resetSchema = z.strictObject({ world: z.enum(worldNames).default('sample') })
// Ten years at a time, and no year of five digits: times of the API have four.
const clockSchema = z.strictObject({ seconds: z.number().min(0).max(315_360_000) })
const lastTime = Date.UTC(9990, 0)
const callsSchema = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  action: z.string().max(128).optional(),
})

/** Endpoints outside the signed API, by which tests and people steer the emulator. */
export function controlRoutes(emulator: Emulator): Hono {
  const app = new Hono().basePath('/_emulator')
  app.notFound((c) => c.json({ error: 'No such endpoint.' }, 404))
  app.onError((error, c) =>
    c.json(
      { error: error.message },
      error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500,
    ),
  )

  app.get('/health', (c) =>
    c.json({ status: 'ok', time: new Date(emulator.clock.now()).toISOString() }),
  )
  app.post('/reset', async (c) => {
    const { world } = resetSchema.parse(await bodyOf(c.req))
    reset(emulator, world)
    return c.json({ world })
  })
  app.post('/clock', async (c) => {
    const { seconds } = clockSchema.parse(await bodyOf(c.req))
    if (emulator.clock.now() + seconds * 1000 > lastTime)
      return c.json({ error: 'The clock would pass the year 9990.' }, 400)
    advance(emulator, seconds * 1000)
    return c.json({ time: new Date(emulator.clock.now()).toISOString() })
  })

  app.get('/faults', (c) => c.json({ faults: emulator.faults.list() }))
  app.post('/faults', async (c) => {
    const fault = faultSchema.parse(await bodyOf(c.req))
    return c.json({ id: emulator.faults.add(fault, emulator.clock, emulator.state) })
  })
  app.delete('/faults/:id?', (c) => {
    emulator.faults.remove(c.req.param('id'))
    return c.json({})
  })

  app.route('/', stateControl(emulator))

  app.get('/calls', (c) => {
    const { after, action } = callsSchema.parse(c.req.query())
    return c.json({ calls: emulator.calls.list(after, action) })
  })
  app.delete('/calls', (c) => {
    emulator.calls.clear()
    return c.json({})
  })
  return app
}
