import { createRequire } from 'node:module'

import Cbn from '@alicloud/cbn20170912'
import OpenApi, { $OpenApiUtil } from '@alicloud/openapi-core'
import type Vpc from '@alicloud/vpc20160428'
import * as $dara from '@darabonba/typescript'

import { advance, createEmulator, type Emulator } from '../emulator'
import type { GatewayHost, Gateways } from '../gateways/gateways'
import { serve } from '../protocol/server'
import { memoryStore, type Store } from '../state/store'
import { virtualClock } from '../steering/clock'
import { type FaultInput, faultSchema } from '../steering/faults'
import type { WorldName } from '../world/fill'

// Loaded by the tests that use it: its 1 373 modules take longer than most tests.
const loadVpc = (): typeof Vpc =>
  // The package is CommonJS; its types speak of the default export.
  (createRequire(import.meta.url)('@alicloud/vpc20160428') as { default: typeof Vpc }).default

export type Answer = Record<string, unknown>

/** A running emulator on a free port with a clock that stands still, and signed clients of both accounts. */
export async function start(
  options: {
    world?: WorldName
    timeScale?: number
    store?: Store
    clock?: Emulator['clock']
    wall?: () => number
    gateways?: (host: GatewayHost) => Gateways
  } = {},
) {
  const { store = memoryStore, clock = virtualClock(), wall = Date.now } = options
  const { timeScale = 1, world = 'empty', gateways } = options
  const emulator = createEmulator({
    store,
    clock,
    wall,
    timeScale,
    world,
    ...(gateways && { gateways }),
  })
  const server = await serve(emulator, 0)
  const endpoint = `127.0.0.1:${server.port}`
  return {
    emulator,
    port: server.port,
    endpoint,
    url: `http://${endpoint}`,
    close: server.close,
    advance: (seconds: number) => advance(emulator, seconds * 1000),
    fault: (fault: FaultInput) =>
      emulator.faults.add(faultSchema.parse(fault), emulator.clock, emulator.state),
    calls: (action?: string) => emulator.calls.list(0, action),
    control: (path: string, body: unknown = {}) =>
      control(`http://${endpoint}/_emulator`, path, body),
    main: clients(endpoint, 'emulator-main'),
    partner: clients(endpoint, 'emulator-partner'),
  }
}

export type Running = Awaited<ReturnType<typeof start>>

async function control(base: string, path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify(body) })
  // The control endpoints answer objects only.
  return (await response.json()) as Answer
}

type Plain =
  | string
  | number
  | boolean
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain }

/** The clients of one access key. `cbn` and `vpcCall` send any operation by its wire names over the official core; `cbnSdk` and `vpc` are the product SDKs. */
export function clients(
  endpoint: string,
  accessKeyId: string,
  secret = `${accessKeyId}-secret`,
  readTimeout = 10_000,
) {
  const config = new $OpenApiUtil.Config({
    accessKeyId,
    accessKeySecret: secret,
    endpoint,
    protocol: 'HTTP',
    regionId: 'eu-central-1',
    connectTimeout: 10_000,
    readTimeout,
  })
  const core = new OpenApi(config)
  const caller = (version: string) => async (action: string, request: Record<string, Plain>) => {
    const answer = await core.callApi(
      new $OpenApiUtil.Params({
        action,
        version,
        protocol: 'HTTPS',
        pathname: '/',
        method: 'POST',
        authType: 'AK',
        style: 'RPC',
        reqBodyType: 'formData',
        bodyType: 'json',
      }),
      new $OpenApiUtil.OpenApiRequest({ query: flatten(request) }),
      new $dara.RuntimeOptions({}),
    )
    // callApi gives headers, statusCode and the parsed body.
    return answer['body'] as Answer
  }
  return {
    cbn: caller('2017-09-12'),
    vpcCall: caller('2016-04-28'),
    cbnSdk: new Cbn(config),
    get vpc() {
      return new (loadVpc())(config)
    },
  }
}

function flatten(value: Plain, name = ''): Record<string, string> {
  if (value === undefined) return {}
  if (typeof value !== 'object') return { [name]: String(value) }
  const entries: (readonly [string, Plain])[] = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item])
    : Object.entries(value)
  return Object.assign(
    {},
    ...entries.map(([key, item]) => flatten(item, name ? `${name}.${key}` : key)),
  )
}

interface SdkError {
  readonly name: string
  readonly code: string
  readonly statusCode: number
  readonly message: string
  readonly retryAfter?: number
}

/** The error an SDK call fails with; throws when the call succeeds. */
export async function refusal(promise: Promise<unknown>): Promise<SdkError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error)) throw new Error('the call succeeded')
  // The SDK's errors carry code and statusCode; network errors lack the latter.
  return error as unknown as SdkError
}

/** Reads a string field of an answer. */
export function field(answer: Answer, name: string): string {
  const value = answer[name]
  if (typeof value !== 'string') throw new TypeError(`${name} is missing`)
  return value
}
