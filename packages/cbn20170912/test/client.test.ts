import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import { $OpenApiUtil } from '@alicloud/openapi-core'
import type { Model } from '@darabonba/typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'

import Cbn, * as $Cbn from '../src/client'

/** Facts of the official model 1.4.4: parameter names, the scalars of the answer, what travels in the body. */
type Facts = Record<string, { request?: string; response: string; form?: string }>
const official = JSON.parse(
  readFileSync(new URL('official-model.json', import.meta.url), 'utf8'),
) as Facts

const seen: { headers: IncomingMessage['headers']; query: string; body: string }[] = []
let answer: unknown
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    const query = new URL(request.url ?? '/', 'http://loopback').search
    seen.push({ headers: request.headers, query, body })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
})

let client: InstanceType<typeof Cbn>
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  client = new Cbn(
    new $OpenApiUtil.Config({
      accessKeyId: 'id',
      accessKeySecret: 'secret',
      endpoint: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      protocol: 'HTTP',
    }),
  )
})
afterAll(() => server.close())

type ModelClass = {
  new (map?: object): Model
  names(): Record<string, string>
  types(): Record<string, unknown>
}

/** A value for every property, one element in every list. */
function sample(type: unknown): unknown {
  if (type === 'string') return 'text'
  if (type === 'number') return 7
  if (type === 'boolean') return true
  if (typeof type === 'function') {
    const types = () => (type as ModelClass).types()
    return Object.fromEntries(Object.entries(types()).map(([name, each]) => [name, sample(each)]))
  }
  const { type: kind, itemType } = type as { type: string; itemType: unknown }
  return kind === 'map' ? { any: 'text' } : [sample(itemType)]
}

/** `Tag.1.Key` as the facts write it, `Tag.N.Key`; a JSON parameter is opened up. */
function parameterNames(text: string): string[] {
  return [...new URLSearchParams(text)].flatMap(([name, value]) =>
    value.startsWith('[{')
      ? Object.keys((JSON.parse(value) as object[])[0] ?? {}).map((key) => `${name}.N.${key}`)
      : [name.replace(/\.1(?=\.|$)/g, '.N')],
  )
}

/** The answer that the paths describe: `Cens.Cen[].CenId` gives `{Cens: {Cen: [{CenId: …}]}}`. */
function answerOf(paths: string[], types: Record<string, unknown>): unknown {
  const root: Record<string, unknown> = {}
  for (const path of paths) {
    let at = root
    const steps = path.split('.')
    for (const [index, step] of steps.entries()) {
      const name = step.replace('[]', '')
      const leaf = index === steps.length - 1
      const value = leaf ? 'leaf' : ((at[name] as object[] | undefined) ?? {})
      const inner = Array.isArray(value) ? (value[0] as object) : value
      at[name] = step.endsWith('[]') ? [inner] : inner
      if (!leaf) at = inner as Record<string, unknown>
    }
  }
  return withTypes(root, types)
}

/** Puts a value of the declared type at every leaf. */
function withTypes(node: Record<string, unknown>, types: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      const type = types[name.charAt(0).toLowerCase() + name.slice(1)]
      const item = (type as { itemType?: unknown } | undefined)?.itemType ?? type
      const one = (each: unknown) =>
        typeof item === 'function'
          ? withTypes(each as Record<string, unknown>, (item as ModelClass).types())
          : sample(item)
      return [name, Array.isArray(value) ? value.map(one) : one(value)]
    }),
  )
}

test('offers every operation the facts name', () => {
  expect(Object.keys(official)).toHaveLength(50)
})

test.for(Object.entries(official))(
  '%s sends and reads the official names',
  async ([action, facts]) => {
    const classes = $Cbn as unknown as Record<string, ModelClass>
    const { [`${action}Request`]: Request, [`${action}ResponseBody`]: Body } = classes
    answer = answerOf(facts.response.split(' '), Body!.types())

    const method = action.charAt(0).toLowerCase() + action.slice(1)
    const methods = client as unknown as Record<string, (request: Model) => Promise<Model>>
    const reply = await methods[method]!(new Request!(sample(Request) as object))

    const { headers, query, body } = seen.at(-1)!
    expect(headers['x-acs-action']).toBe(action)
    expect(headers['x-acs-version']).toBe('2017-09-12')
    expect(headers.authorization).toMatch(/^ACS3-HMAC-SHA256 Credential=id,/)
    const sent = [...parameterNames(query), ...parameterNames(body)]
    expect(sent.toSorted()).toEqual((facts.request?.split(' ') ?? []).toSorted())
    expect(parameterNames(body)).toEqual(facts.form?.split(' ') ?? [])

    expect(reply['statusCode']).toBe(200)
    expect((reply['body'] as Model).toMap()).toEqual(answer)
  },
)

test('takes runtime options under the second name', async () => {
  answer = { CenId: 'cen-1', RequestId: 'r' }
  const request = new $Cbn.CreateCenRequest({ name: 'a b', tag: [{ key: 'k', value: '' }] })
  const { RuntimeOptions } = await import('@darabonba/typescript')
  const reply = await client.createCenWithOptions(request, new RuntimeOptions({}))
  expect(reply.body?.cenId).toBe('cen-1')
  expect(seen.at(-1)!.query).toBe('?Name=a%20b&Tag.1.Key=k&Tag.1.Value=')
})
