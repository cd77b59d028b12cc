import type { Gateways } from '../gateways'
import { diagnosisOf } from './diagnosis'
import { logOf } from './log'

/** Gateways that play: a tunnel is in the state that a world or the control endpoint gave it; log and diagnosis follow. */
export const playedGateways: Gateways = {
  start: () => {},
  stop: () => {},
  log: ({ state, now }, connection, tunnel, span) =>
    logOf(state, connection, tunnel, { ...span, now }),
  diagnose: diagnosisOf,
}
