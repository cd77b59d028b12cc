import OpenApi, { $OpenApiUtil } from '@alicloud/openapi-core'
import Vpc from '@alicloud/vpc20160428'
import * as $dara from '@darabonba/typescript'

import { virtualClock } from '../clock'
import { advance, createEmulator, type Emulator } from '../emulator'
import type { FaultInput } from '../faults'
import { faultSchema } from '../faults'
import { serve } from '../server'
import { memoryStore, type Store } from '../store'
import type { WorldName } from '../world/fill'

export type Answer = Record<string, unknown>

/** A running emulator on a free port with a clock that stands still, and signed clients of both accounts. */
export async function start(
  options: { world?: WorldName; timeScale?: number; store?: Store; clock?: Emulator['clock'] } = {},
) {
  const emulator = createEmulator({
    store: options.store ?? memoryStore,
    clock: options.clock ?? virtualClock(),
    timeScale: options.timeScale ?? 1,
    world: options.world ?? 'empty',
  })
  const server = await serve(emulator, 0)
  const endpoint = `127.0.0.1:${server.port}`
  return {
    emulator,
    port: server.port,
    url: `http://${endpoint}`,
    close: server.close,
    advance: (seconds: number) => advance(emulator, seconds * 1000),
    fault: (fault: FaultInput) =>
      emulator.faults.add(faultSchema.parse(fault), emulator.clock, emulator.state),
    calls: (action?: string) => emulator.calls.list(0, action),
    main: clients(endpoint, 'emulator-main'),
    partner: clients(endpoint, 'emulator-partner'),
  }
}

/** The clients of one access key. `cbn` calls any CBN operation by name with the official core; `vpc` is the official SDK. */
export function clients(endpoint: string, accessKeyId: string, secret = `${accessKeyId}-secret`) {
  const config = new $OpenApiUtil.Config({
    accessKeyId,
    accessKeySecret: secret,
    endpoint,
    protocol: 'HTTP',
    regionId: 'eu-central-1',
    connectTimeout: 2000,
    readTimeout: 5000,
  })
  const core = new OpenApi(config)
  const call =
    (version: string) => async (action: string, request: { readonly [name: string]: Plain }) => {
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
  return { cbn: call('2017-09-12'), vpcCall: call('2016-04-28'), vpc: new Vpc(config) }
}

type Plain =
  | string
  | number
  | boolean
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain }

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

/** The error an SDK call fails with; fails itself when the call succeeds. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<{ code: string; statusCode: number; message: string }> {
  try {
    await promise
  } catch (error) {
    return error as { code: string; statusCode: number; message: string }
  }
  throw new Error('the call succeeded')
}
