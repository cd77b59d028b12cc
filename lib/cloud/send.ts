import 'server-only'
import type * as $Cbn from '@alicloud/cbn20170912'
import OpenApi, { $OpenApiUtil } from '@alicloud/openapi-core'
import type * as $Vpc from '@alicloud/vpc20160428'
import type { z } from 'zod'

import { credentialOf } from '@/lib/cloud/credentials'
import { CBN_ENDPOINT, RESOURCE_MANAGER_ENDPOINT, vpcEndpoint } from '@/lib/cloud/endpoints'
import { exchange, type Transport } from '@/lib/cloud/exchange'
import { local } from '@/lib/cloud/failure'
import { noteWrite } from '@/lib/cloud/kept'
import type {
  Cbn,
  CbnOperation,
  ResourceManagerOperation,
  Vpc,
  VpcOperation,
} from '@/lib/cloud/operations'
import type { Fields, RequestOf, SubjectOf } from '@/lib/cloud/request'
import { toProperties } from '@/lib/cloud/wire'
import { CloudError, Fault } from '@/lib/failure/errors'
import { counters } from '@/lib/metrics/counters'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import type { Access } from '@/lib/request/access'

type CbnSdk = typeof $Cbn
type VpcSdk = typeof $Vpc

// Loaded on the first call: the VPC package costs 600 ms.
let cbnSdk: Promise<CbnSdk> | undefined
let vpcSdk: Promise<VpcSdk> | undefined

/**
 * Calls an operation of Cloud Enterprise Network, whatever the limits of whoever asks: `callCbn` is for everybody but
 * what has to know them. @throws CloudError
 */
export async function sendCbn<Name extends CbnOperation, Value>(
  access: Access,
  name: Name,
  fields: Fields<RequestOf<Cbn, Name>>,
  schema: z.ZodType<Value, unknown>,
  ...subject: SubjectOf<Cbn, Name>
): Promise<Value> {
  const sdk = await (cbnSdk ??= import('@alicloud/cbn20170912'))
  const settings = await config(access, CBN_ENDPOINT)
  return noted(access, subject, call(sdk, settings, name, fields, schema, subject))
}

/** The same of the VPC service (VPN included) in a region. @throws CloudError */
export async function sendVpc<Name extends VpcOperation, Value>(
  access: Access,
  regionId: string,
  name: Name,
  fields: Fields<RequestOf<Vpc, Name>>,
  schema: z.ZodType<Value, unknown>,
  ...subject: SubjectOf<Vpc, Name>
): Promise<Value> {
  const endpoint = vpcEndpoint(regionId)
  const sdk = await (vpcSdk ??= import('@alicloud/vpc20160428'))
  const settings = await config(access, endpoint)
  return noted(access, subject, call(sdk, settings, name, fields, schema, subject))
}

/**
 * The same of Resource Management, by its wire names: it has flat parameters, for which the SDK's core is enough.
 * @throws CloudError
 */
export async function sendResourceManager<Value>(
  access: Access,
  action: ResourceManagerOperation,
  query: Record<string, string>,
  schema: z.ZodType<Value, unknown>,
): Promise<Value> {
  // Node hands over a CommonJS module whole as its default import, a bundler its default export.
  const Client = 'default' in OpenApi ? (OpenApi.default as typeof OpenApi) : OpenApi
  const client = new Client(await config(access, RESOURCE_MANAGER_ENDPOINT))
  const params = new $OpenApiUtil.Params({
    action,
    version: '2020-03-31',
    protocol: 'HTTPS',
    pathname: '/',
    authType: 'AK',
    style: 'RPC',
  })
  const request = new $OpenApiUtil.OpenApiRequest({ query })
  const transport = client.callApi.bind(client) as Transport
  const answer = await counted(action, () =>
    // Its limits of time are those of the client.
    exchange(transport, params, request, {} as never),
  )
  return understood(action, answer, schema)
}

/** A call; one that writes, and so has a subject, ends what is kept of the account. */
const noted = <Value>(
  access: Access,
  [subject]: readonly string[],
  calling: Promise<Value>,
): Promise<Value> => (subject ? calling.finally(() => noteWrite(access)) : calling)

async function config(access: Access, endpoint: string) {
  return new $OpenApiUtil.Config({
    endpoint,
    ...(env.CLOUD === 'emulator' && {
      endpoint: `127.0.0.1:${env.EMULATOR_PORT}`,
      protocol: 'HTTP',
    }),
    credential: await credentialOf(access),
    // The SDK's 3 s cut a create short. Its connect limit is an idle limit on the open socket too, so a
    // shorter one would cut a slow answer.
    connectTimeout: env.CLOUD_TIMEOUT * 1000,
    readTimeout: env.CLOUD_TIMEOUT * 1000,
  })
}

type Sdk = CbnSdk | VpcSdk

/**
 * One call on a client of its own, whose `callApi` is `exchange`. The answer is read from the wire: the
 * SDK's cast to classes rounds account ids above 2^53 and throws on shapes it does not expect.
 */
async function call<Value>(
  sdk: Sdk,
  settings: $OpenApiUtil.Config,
  name: string,
  fields: object,
  schema: z.ZodType<Value, unknown>,
  [subject]: readonly string[],
): Promise<Value> {
  // Node hands over a CommonJS module whole as its default import, a bundler its default export.
  const Client = 'default' in sdk.default ? (sdk.default.default as Sdk['default']) : sdk.default
  const client: OpenApi = new Client(settings)
  const transport = client.callApi.bind(client) as Transport
  let answer: unknown
  client.callApi = async (params, request, runtime) => {
    answer = await exchange(transport, params, request, runtime as never, subject)
    return { headers: {}, statusCode: 200, body: {} }
  }
  // `name` and `fields` were checked against this SDK by the signatures above.
  const classes = sdk as unknown as Record<string, new (map: object) => object>
  const methods = client as unknown as Record<string, (request: object) => Promise<unknown>>
  const Request = classes[`${name.charAt(0).toUpperCase()}${name.slice(1)}Request`]
  if (!Request) throw new Fault(`The SDK has no request class for ${name}.`)
  const action = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  await counted(action, async () => methods[name]?.(new Request(fields)))
  return understood(action, answer, schema)
}

/** Counts a call by what became of it. */
async function counted<Value>(action: string, call: () => Promise<Value>): Promise<Value> {
  try {
    const value = await call()
    counters().calls.inc({ action, outcome: 'accepted' })
    return value
  } catch (error) {
    const outcome = error instanceof CloudError ? error.outcome : 'unknown'
    counters().calls.inc({ action, outcome })
    throw error
  }
}

/** The answer as the schema reads it. @throws CloudError `UnreadableAnswer` */
function understood<Value>(
  action: string,
  answer: unknown,
  schema: z.ZodType<Value, unknown>,
): Value {
  const parsed = schema.safeParse(toProperties(answer))
  if (parsed.success) return parsed.data
  const paths = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`)
  log.error({ action, paths }, 'unexpected answer')
  throw new CloudError(local('UnreadableAnswer', 'unknown'))
}
