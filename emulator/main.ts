import { z } from 'zod'

import { createEmulator, settle } from './emulator'
import { serve } from './protocol/server'
import { openStore } from './state/store'
import { systemClock } from './steering/clock'
import { worldNames } from './world/fill'

const env = z
  .object({
    EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
    EMULATOR_WORLD: z.enum(worldNames).default('sample'),
    EMULATOR_TIME_SCALE: z.coerce.number().min(0).default(1),
    DATA_DIR: z.string().min(1).default('.data'),
    EMULATOR_GATEWAYS: z.enum(['played', 'real']).default('played'),
  })
  .parse(process.env)

// Its state holds pre-shared keys.
process.umask(0o077)
const store = openStore(env.DATA_DIR)
const rehearsal =
  env.EMULATOR_GATEWAYS === 'real' ? await import('./gateways/real/rehearsal') : undefined
const emulator = createEmulator({
  store,
  clock: systemClock(),
  timeScale: env.EMULATOR_TIME_SCALE,
  world: env.EMULATOR_WORLD,
  ...(rehearsal && { gateways: rehearsal.realGateways(env.DATA_DIR) }),
})
// Packets go on between two requests, so what is due has to happen then, too.
if (rehearsal) setInterval(() => settle(emulator), 500).unref()
const server = await serve(emulator, env.EMULATOR_PORT)
console.log(
  `emulator: http://127.0.0.1:${server.port} (${env.EMULATOR_WORLD} world, ${env.DATA_DIR})`,
)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void server
      .close()
      .then(() => emulator.gateways.close?.())
      .then(() => {
        store.close()
        process.exit(0)
      })
  })
