import 'server-only'
import { callsOf, type Edited, moveStep, type Mover, waitUp } from '@/lib/connection-edit/move'
import type { Settings } from '@/lib/connection-edit/settings'
import { createCustomerGateway, deleteCustomerGateway } from '@/lib/customer-gateways/cloud'
import { customerGatewayThat } from '@/lib/customer-gateways/presence'
import type { NewCustomerGateway } from '@/lib/customer-gateways/schema'
import { leadingTo, usersOf } from '@/lib/gateway-replacement/users'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { define } from '@/lib/operations/definition'
import { gone, made } from '@/lib/operations/presence'
import { start } from '@/lib/operations/start'
import type { Run, Step } from '@/lib/operations/step'
import type { Access } from '@/lib/request/access'
import { MAX_TAGS } from '@/lib/tags/limit'
import { OPERATION_TAG } from '@/lib/tags/operation-tag'

/** A customer gateway without its BGP key. */
export interface Gateway extends Omit<NewCustomerGateway, 'authKey'> {
  customerGatewayId: string
}

/** A connection that is led to another customer gateway. */
export interface GatewayMove extends Edited {
  before: Settings
  /** The same with the new gateway; `MADE` where it is made first. */
  after: Settings
  /** 0 or 1: the tunnels that are waited for, because they were up. */
  up: number[]
}

/** The replacement of a customer gateway as it was reviewed. BGP keys are the sealed part. */
export interface ReplacementInput {
  from: Gateway
  /** Without an id (`MADE`) it is made first. */
  to: Gateway
  /** Whether what is made has a BGP key. */
  hasKey: boolean
  moves: GatewayMove[]
  /** Nobody uses the old one at the end: delete it. */
  deletesOld: boolean
}

/** The BGP keys of both gateways, `''` where one has none. */
export interface ReplacementKeys {
  from: string
  to: string
}

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    'replace-gateway': ReplacementInput
  }
  interface Place {
    customerGatewayId?: string
    newCustomerGatewayId?: string
    vpnConnectionIds?: readonly string[]
  }
}

/** Stands for the id of a gateway that the operation makes. */
export const MADE = 'made'

type ReplacementRun = Run<ReplacementInput>

const replacement = define({
  kind: 'replace-gateway',
  exclusive: ['customerGatewayId', 'newCustomerGatewayId', 'vpnConnectionIds'],
  undoable: true,
  steps: ({ to, hasKey, moves, deletesOld }) => [
    ...(to.customerGatewayId === MADE ? [createGateway(hasKey)] : []),
    ...moves.flatMap(stepsOf),
    ...(deletesOld ? [deleteGateway('delete-gateway', ({ input }) => input.from)] : []),
  ],
})

/** Begins what was reviewed; the same `operationId` never begins it twice. @throws OperationError */
export const startReplacement = (
  access: Access,
  begin: { operationId: string; input: ReplacementInput; secret: ReplacementKeys },
): Promise<string> => {
  const { from, to, moves } = begin.input
  return start(access, replacement, {
    ...begin,
    subject: from.name || from.customerGatewayId,
    place: {
      regionId: from.regionId,
      customerGatewayId: from.customerGatewayId,
      ...(to.customerGatewayId !== MADE && { newCustomerGatewayId: to.customerGatewayId }),
      vpnConnectionIds: moves.map(({ connection }) => connection.vpnConnectionId),
    },
  })
}

/** One connection, one tunnel of it at a time; what was up is waited for before the next is touched. */
function stepsOf(move: GatewayMove): Step<ReplacementInput>[] {
  const id = move.connection.vpnConnectionId
  const calls = callsOf({ ...move, keys: [], oneAtATime: true })
  return calls.flatMap(({ tunnel, ...call }) => {
    const target = tunnel === undefined ? id : `${id}/${tunnel + 1}`
    const only = tunnel === undefined ? {} : { tunnel }
    const waited = move.up.filter((index) => tunnel === undefined || index === tunnel)
    const mover = moverOf(move)
    return [
      moveStep(mover, { ...call, ...only, name: `lead-over:${target}` }),
      ...(waited.length > 0 ? [waitUp(`wait-up:${target}`, mover, waited)] : []),
    ]
  })
}

const moverOf = ({ addresses, ...move }: GatewayMove): Mover<ReplacementInput> => ({
  edited: (run) => ({
    ...move,
    addresses: { ...addresses, [newIdOf(run)]: run.input.to.ipAddress },
  }),
  placed: (run, settings) => leadingTo(settings, MADE, newIdOf(run)),
  keys: async () => [],
})

/** Empty while it is not made: no connection leads there. */
const newIdOf = ({ input: { to }, isDone, made: id }: ReplacementRun): string => {
  if (to.customerGatewayId !== MADE) return to.customerGatewayId
  return isDone('create-gateway') ? id('create-gateway') : ''
}

const operationTag = ({ operationId }: ReplacementRun) => ({
  key: OPERATION_TAG,
  value: operationId,
})

const createGateway = (hasKey: boolean): Step<ReplacementInput> => ({
  name: 'create-gateway',
  makes: 'newCustomerGatewayId',
  usual: 5,
  limit: 300,
  send: {
    action: 'vpc:CreateCustomerGateway',
    busy: ['OperationConflict'],
    ...(hasKey && { secret: true as const }),
    changes: ({ input: { to } }) => [
      { what: 'name', from: '', to: to.name },
      { what: 'ipAddress', from: '', to: to.ipAddress },
      { what: 'asn', from: '', to: String(to.asn ?? '') },
      ...(hasKey ? [{ what: 'authKey', from: '', to: '***' }] : []),
    ],
    call: async (run, write) => {
      const { customerGatewayId: _, tags, ...gateway } = run.input.to
      const key = hasKey ? ((await run.secret()) as ReplacementKeys).to : '' // as `startReplacement` was given it
      const marked = [...tags, operationTag(run)].slice(-MAX_TAGS)
      return createCustomerGateway(
        run.access,
        { ...gateway, ...(key && { authKey: key }), tags: marked },
        write,
      )
    },
  },
  look: async (run) => {
    const mark = operationTag(run)
    const presence = await customerGatewayThat(run.access, run.input.from.regionId, ({ tags }) =>
      tags.some(({ key, value }) => key === mark.key && value === mark.value),
    )
    return made(presence, [''])
  },
  undo: deleteGateway('create-gateway', (run) => ({
    regionId: run.input.from.regionId,
    customerGatewayId: run.made('create-gateway'),
  })),
})

/** The gateway is gone; it asks first when somebody uses it. */
function deleteGateway(
  name: string,
  gateway: (run: ReplacementRun) => Pick<Gateway, 'regionId' | 'customerGatewayId'>,
): Step<ReplacementInput> {
  return {
    name,
    usual: 5,
    limit: 300,
    send: {
      action: 'vpc:DeleteCustomerGateway',
      // The last connection that left it may be seen there for a while.
      busy: ['VpnGateway.Configuring', 'DependencyViolation.VpnConnection'],
      on: (run) => gateway(run).customerGatewayId,
      changes: (run) => [{ what: 'customerGateway', from: gateway(run).customerGatewayId, to: '' }],
      call: (run, write) => deleteCustomerGateway(run.access, gateway(run), write),
    },
    changed: async (run) => {
      const { regionId, customerGatewayId } = gateway(run)
      const connections = await listIpsecConnections(run.access, { regionId })
      return usersOf(connections, customerGatewayId).map(({ vpnConnectionId }) => ({
        what: 'connection',
        from: '',
        to: vpnConnectionId,
      }))
    },
    look: async (run) => {
      const { regionId, customerGatewayId: id } = gateway(run)
      const isIt = ({ customerGatewayId }: { customerGatewayId: string }) =>
        customerGatewayId === id
      return gone(await customerGatewayThat(run.access, regionId, isIt), [])
    },
  }
}
