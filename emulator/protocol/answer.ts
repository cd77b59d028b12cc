import { type Emulator, settle } from '../emulator'
import { cbn } from '../operations/cbn'
import { resourceManager } from '../operations/resource-manager'
import { vpc } from '../operations/vpc'
import { newRequestId } from '../state/ids'
import { faultReply, throwFault } from '../steering/fault-effects'
import { authenticate } from './authenticate'
import { type Call, type Product, readCall } from './call'
import { ApiError, fail } from './errors'
import type { Operation } from './operation'
import { parameterNames, takes } from './parameter-names'
import { perform } from './perform'
import { failure, type Reply, success } from './reply'
import { tellFailure } from './tell-failure'

/** The pipeline, in Alibaba's order of checks, which decides what error a wrong call gets. */
export function answer(
  emulator: Emulator,
  request: { method: string; url: string; headers: Record<string, string>; body: Uint8Array },
): Reply {
  const requestId = newRequestId()
  const seen: Seen = { requestId, outcome: 'ok', effect: false, faults: [], late: false }
  const host = request.headers['host'] ?? ''
  try {
    arriveLate(emulator)
    settle(emulator)
    const call = readCall(request)
    seen.call = call
    const operation = findOperation(call.product, call.action)
    seen.operation = operation
    const account = authenticate(call, emulator.nonces, emulator.wall())
    seen.account = account.uid
    const strikes = emulator.faults.take(call, account, emulator.clock.now())
    seen.faults = strikes.map(({ fault }) => fault)
    const late = strikes.find((strike) => strike.fault === 'late')
    if (late) {
      emulator.late.push({ at: emulator.clock.now() + late.after * 1000, call, account })
      seen.outcome = 'late'
      return { status: 0, headers: {}, body: '', connection: late.connection }
    }
    throwFault(strikes)
    const early = faultReply(strikes, 'before')
    if (early) {
      seen.outcome = 'lost'
      return early
    }
    const { body, effect } = perform(emulator, operation, call, account, strikes, requestId)
    seen.effect = effect
    return faultReply(strikes, 'after', success(body, requestId)) ?? success(body, requestId)
  } catch (error) {
    const known = error instanceof ApiError ? error : unexpected(error)
    seen.outcome = known.code
    return failure(known, requestId, host)
  } finally {
    log(emulator, seen)
  }
}

// Some names exist in several products.
const operations: Readonly<Record<Product, Readonly<Record<string, Operation>>>> = {
  cbn,
  vpc,
  resourceManager,
}

// 400, not 501: clients such as the Terraform provider send every 5xx again.
/** The operation of that name; NotImplemented for one we lack, 404 for what is no operation of the product. */
function findOperation(product: Product, action: string): Operation {
  const known = operations[product]
  const operation = Object.hasOwn(known, action) ? known[action] : undefined
  if (operation) return operation
  const isOfAnother = Object.values(operations).some((each) => Object.hasOwn(each, action))
  const isName =
    /^(Active|Add|Allocate|Apply|Associate|Attach|Check|Complete|Convert|Copy|Create|Deactive|Delete|Describe|Detach|Diagnose|Disable|Disassociate|Dissociate|Download|Enable|Get|Grant|List|Modify|Move|Open|Publish|Query|Refresh|Register|Release|Remove|Rename|Replace|Resolve|Revoke|Route|Set|Start|Stop|Tag|Temp|Transform|Un|Unassociate|Update|Withdraw)[A-Z][A-Za-z0-9]+$/.test(
      action,
    )
  if (!isName || isOfAnother) fail('InvalidAction.NotFound')
  fail('NotImplemented', `The emulator does not have the operation ${action}.`)
}

// Calls that a `late` fault kept back, in the order in which they arrive now.
function arriveLate(emulator: Emulator): void {
  for (;;) {
    const now = emulator.clock.now()
    const next = emulator.late.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0]
    if (!next) return
    emulator.late.splice(emulator.late.indexOf(next), 1)
    settle(emulator)
    const requestId = newRequestId()
    const seen: Seen = { requestId, outcome: 'ok', effect: false, faults: [], late: true }
    seen.call = next.call
    seen.account = next.account.uid
    try {
      const operation = findOperation(next.call.product, next.call.action)
      seen.operation = operation
      seen.effect = perform(emulator, operation, next.call, next.account, [], requestId).effect
    } catch (error) {
      seen.outcome = error instanceof ApiError ? error.code : unexpected(error).code
    }
    log(emulator, seen)
  }
}

interface Seen {
  readonly requestId: string
  readonly late: boolean
  outcome: string
  effect: boolean
  faults: readonly string[]
  call?: Call
  operation?: Operation
  account?: number
}

const known = new WeakMap<Operation, Set<string>>()

function log(emulator: Emulator, { call, operation, account, ...seen }: Seen): void {
  let names = operation && known.get(operation)
  if (operation && !names) {
    names = parameterNames(operation.params)
    known.set(operation, names)
  }
  const parameters = Object.keys(call?.parameters ?? {})
  emulator.calls.add({
    time: new Date(emulator.clock.now()).toISOString(),
    account: account ?? 0,
    product: call?.product ?? '',
    action: call?.action ?? '',
    clientToken: call?.parameters['ClientToken'] ?? '',
    parameters,
    ignored: names ? parameters.filter((name) => !takes(names, name)) : [],
    inUrl: call?.inUrl ?? [],
    ...seen,
  })
}

// A mistake of the emulator itself: said on stderr, answered as the cloud would.
function unexpected(error: unknown): ApiError {
  tellFailure('a call', error)
  return new ApiError(
    'InternalError',
    500,
    'The request processing has failed due to some unknown error.',
  )
}
