/** How long each change of state takes, in ms before EMULATOR_TIME_SCALE. Alibaba publishes none; these are short enough to watch. */
export const durations = {
  cenCreated: 1_500,
  cenUpdated: 1_500,
  cenDeleted: 1_500,
  transitRouterCreated: 3_000,
  transitRouterUpdated: 1_500,
  transitRouterDeleted: 3_000,
  routeTableCreated: 1_500,
  routeTableDeleted: 1_500,
  attached: 5_000,
  attachmentUpdated: 1_500,
  detached: 3_000,
  associated: 1_500,
  associationReplaced: 2_000,
  dissociated: 1_500,
  propagated: 1_500,
  unpropagated: 1_500,
  routeCreated: 1_000,
  routeDeleted: 1_000,
  routeMapCreated: 1_000,
  routeMapDeleted: 1_000,
  routeMapUpdated: 1_000,
  aggregationConfigured: 1_500,
  aggregationDeleted: 1_500,
  connectionCreated: 1_000,
  connectionUpdated: 1_500,
  customerGatewayUpdated: 1_500,
  // Asked for with its own time.
  gatewayDue: 0,
} as const

export type TransitionName = keyof typeof durations
