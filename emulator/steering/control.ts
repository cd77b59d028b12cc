import { Hono } from 'hono'
import { z } from 'zod'

import { advance, type Emulator, reset } from '../emulator'
import { worldNames } from '../world/fill'
import { bodyOf } from './control-body'
import { stateControl } from './control-state'
import { faultSchema } from './faults'

const resetSchema = z.strictObject({ world: z.enum(worldNames).default('sample') })
const clockSchema = z.strictObject({ seconds: z.number().min(0) })

/** Endpoints outside the signed API, by which tests and people steer the emulator. */
export function controlRoutes(emulator: Emulator): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    // Browsers send Origin with every request that could change something; no page may steer the emulator.
    if (c.req.header('origin') !== undefined) return c.json({ error: 'Not for browsers.' }, 403)
    return next()
  })
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
    const { after, action } = c.req.query()
    return c.json({ calls: emulator.calls.list(Number(after ?? 0), action) })
  })
  app.delete('/calls', (c) => {
    emulator.calls.clear()
    return c.json({})
  })
  return app
}
