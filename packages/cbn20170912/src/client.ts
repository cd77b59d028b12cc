import OpenApiModule, { OpenApiUtil, $OpenApiUtil } from '@alicloud/openapi-core'
import * as $dara from '@darabonba/typescript'

import { associations } from './associations'
import { cens } from './cens'
import { grants } from './grants'
import type { Operation } from './model'
import { otherAttachments } from './other-attachments'
import { propagations } from './propagations'
import { routeEntries } from './route-entries'
import { routeMaps } from './route-maps'
import { routeTables } from './route-tables'
import { tags } from './tags'
import { transitRouterCidrs } from './transit-router-cidrs'
import { transitRouters } from './transit-routers'
import { vpnAttachments } from './vpn-attachments'

export * from './associations'
export * from './cens'
export * from './grants'
export * from './other-attachments'
export * from './propagations'
export * from './route-entries'
export * from './route-maps'
export * from './route-tables'
export * from './tags'
export * from './transit-router-cidrs'
export * from './transit-routers'
export * from './vpn-attachments'

const operations = {
  ...cens,
  ...transitRouters,
  ...transitRouterCidrs,
  ...vpnAttachments,
  ...otherAttachments,
  ...routeTables,
  ...associations,
  ...propagations,
  ...routeEntries,
  ...routeMaps,
  ...tags,
  ...grants,
}

type Operations = typeof operations
type RequestOf<O> = O extends Operation<infer Request, $dara.Model> ? Request : never
type ResponseOf<O> = O extends Operation<$dara.Model, infer Response> ? Response : never
type Methods = {
  [Name in keyof Operations]: (
    request: RequestOf<Operations[Name]>,
  ) => Promise<ResponseOf<Operations[Name]>>
} & {
  [Name in keyof Operations as `${Name}WithOptions`]: (
    request: RequestOf<Operations[Name]>,
    runtime: $dara.RuntimeOptions,
  ) => Promise<ResponseOf<Operations[Name]>>
}

// Node hands over a CommonJS module whole as its default import, a bundler its default export.
const OpenApi =
  'default' in OpenApiModule ? (OpenApiModule.default as typeof OpenApiModule) : OpenApiModule

class CbnClient extends OpenApi {
  constructor(config: $OpenApiUtil.Config) {
    super(config)
    // Alibaba: CBN is a central service, one endpoint for all regions.
    this._endpoint = config.endpoint || 'cbn.aliyuncs.com'
  }
}

/** Sends one operation: each parameter where the official client puts it, the answer as its class. */
async function send(
  client: CbnClient,
  { action, Response, json, form }: Operation<$dara.Model, $dara.Model>,
  request: $dara.Model,
  runtime: $dara.RuntimeOptions,
) {
  request.validate()
  const parameters = Object.entries(request.toMap()).map(([name, value]: [string, unknown]) => [
    name,
    json.includes(name) ? JSON.stringify(value) : value,
  ])
  const body = parameters.filter(([name]) => form.includes(String(name)))
  const query = parameters.filter(([name]) => !form.includes(String(name)))
  const answer = await client.callApi(
    new $OpenApiUtil.Params({
      action,
      version: '2017-09-12',
      protocol: 'HTTPS',
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    }),
    new $OpenApiUtil.OpenApiRequest({
      query: OpenApiUtil.query(Object.fromEntries(query)),
      ...(body.length > 0 && { body: Object.fromEntries(body) }),
    }),
    runtime,
  )
  return $dara.cast(answer, new Response({}))
}

for (const [name, operation] of Object.entries(operations)) {
  Object.defineProperties(CbnClient.prototype, {
    [name]: {
      value(this: CbnClient, request: $dara.Model) {
        return send(this, operation, request, new $dara.RuntimeOptions({}))
      },
    },
    [`${name}WithOptions`]: {
      value(this: CbnClient, request: $dara.Model, runtime: $dara.RuntimeOptions) {
        return send(this, operation, request, runtime)
      },
    },
  })
}

// The methods are defined on the prototype above.
const Client = CbnClient as new (config: $OpenApiUtil.Config) => CbnClient & Methods
type Client = InstanceType<typeof Client>

export default Client
