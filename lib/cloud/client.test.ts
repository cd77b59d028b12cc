import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { $OpenApiUtil } from '@alicloud/openapi-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { json, loopback, type Reply } from '@/lib/cloud/test/loopback'
import type { CloudError } from '@/lib/failure/errors'

type Client = typeof import('@/lib/cloud/client') // oxlint-disable-line typescript/consistent-type-imports -- loaded after the port is known

const access = { profile: 'main' }
let server: Awaited<ReturnType<typeof loopback>>
let callCbn: Client['callCbn']
let callVpc: Client['callVpc']

beforeAll(async () => {
  server = await loopback()
  vi.stubEnv('EMULATOR_PORT', String(server.port))
  vi.stubEnv('LOG_LEVEL', 'silent')
  ;({ callCbn, callVpc } = await import('@/lib/cloud/client'))
})
afterAll(() => server.close())

const createCen = (name = 'a') => callCbn(access, 'createCen', { name }, z.unknown(), 'cenId')
const failure = (sent: Promise<unknown>): Promise<CloudError> =>
  sent.then(
    () => expect.fail('the call succeeded'),
    (error: CloudError) => error,
  )

test('sends every business parameter in the form body and none in the URL', async () => {
  server.answer(json(200, { RequestId: 'r' }))
  await createCen('a b')
  const tunnel = { tunnelIndex: 1, tunnelIkeConfig: { psk: 'p&=1 +', ikeLifetime: 86_400 } }
  await callVpc(
    access,
    'eu-central-1',
    'createVpnAttachment',
    { regionId: 'eu-central-1', ikeConfig: '{"Psk":"s"}', tunnelOptionsSpecification: [tunnel] },
    z.unknown(),
    'vpnConnectionId',
  )
  // The SDK sends this one as GET; the console has no use for it.
  const name = 'describeVpnGatewayAvailableZones' as 'describeZones'
  const zones = { regionId: 'eu-central-1', spec: '5M' } as { regionId: string }
  await callVpc(access, 'eu-central-1', name, zones, z.unknown())

  const [cen, vco, available] = server.seen.slice(-3)
  expect(server.seen.map(({ url }) => url)).toEqual(['/', '/', '/'])
  expect([...cen!.body]).toEqual([['Name', 'a b']])
  const ike = 'TunnelOptionsSpecification.1.TunnelIkeConfig'
  expect(vco!.body.get(`${ike}.Psk`)).toBe('p&=1 +')
  expect(vco!.body.get(`${ike}.IkeLifetime`)).toBe('86400')
  expect(vco!.body.get('IkeConfig')).toBe('{"Psk":"s"}')
  expect(available!.body.get('Spec')).toBe('5M')
})

test('makes a new nonce for every send', async () => {
  server.answer(json(200, {}))
  await createCen()
  await createCen()
  const [first, second] = server.seen.slice(-2)
  expect(first!.nonce).not.toBe(second!.nonce)
})

test('asks a read again on a cut connection, never a write', async () => {
  const cutOnce = () => {
    server.answer((response) => {
      server.answer(json(200, { RequestId: 'second' }))
      response.destroy()
    })
    return server.seen.length
  }
  let before = cutOnce()
  await callCbn(access, 'listTransitRouters', { cenId: 'cen-a' }, z.unknown())
  const [first, second] = server.seen.slice(before)
  expect(second).toMatchObject({ action: 'ListTransitRouters', body: first!.body })
  expect(second!.nonce).not.toBe(first!.nonce)

  before = cutOnce()
  expect(await failure(createCen())).toMatchObject({ code: 'ConnectionLost', outcome: 'unknown' })
  expect(server.seen).toHaveLength(before + 1)
})

const refused = { outcome: 'refused' }
const unknown = { outcome: 'unknown' }
const body = { RequestId: 'REQ', Code: 'InvalidName', Message: 'No. See http://a/b?Psk=x' }
const text = (status: number, content: string): Reply => {
  return (response) => response.writeHead(status, { 'content-type': 'text/html' }).end(content)
}

test.for<[string, Reply, object]>([
  [
    'a refusal',
    json(400, body),
    { ...refused, code: 'InvalidName', status: 400, requestId: 'REQ', message: 'No. See' },
  ],
  [
    'throttling',
    json(400, { ...body, Code: 'Throttling.User' }, { 'x-acs-retry-after': '1500' }),
    { ...refused, code: 'Throttling.User', retryAfter: 1500 },
  ],
  ['throttling as 503', json(503, { Code: 'Throttling.Api' }), refused],
  ['a 5xx', json(500, { ...body, Code: 'InternalError' }), { ...unknown, code: 'InternalError' }],
  ['an internal error sent as 400', json(400, { Code: 'InternalError' }), unknown],
  ['a token still at work', json(400, { Code: 'TokenProcessing' }), unknown],
  ['an HTML page', text(502, '<html>'), { ...unknown, code: 'UnreadableAnswer' }],
  ['an HTML page that says 200', text(200, '<html>'), unknown],
  ['an empty answer', text(200, ''), { ...unknown, code: 'UnreadableAnswer' }],
  ['an empty 5xx', text(500, ''), unknown],
  ['a 4xx without a code', json(400, {}), unknown],
  ['an answer that is no object', json(200, [1]), unknown],
  ['half a JSON text', text(200, '{"RequestId":'), unknown],
  [
    'a cut body',
    (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"RequestId"')
      setImmediate(() => response.destroy())
    },
    unknown,
  ],
  ['a reset', (response) => response.destroy(), { ...unknown, code: 'ConnectionLost' }],
  [
    '200 with a failing code',
    json(200, { ...body, Success: false }),
    { ...refused, code: 'InvalidName', requestId: 'REQ' },
  ],
  ['200 with Success false alone', json(200, { Success: false }), { ...refused, code: 'Failed' }],
])('%s becomes a CloudError', async ([, reply, expected]) => {
  server.answer(reply)
  const error = await failure(createCen())
  expect(error.name).toBe('CloudError')
  expect(error).toMatchObject(expected)
})

test('200 with Code 200 and Success true is a success', async () => {
  server.answer(json(200, { Code: '200', Success: true, CenId: 'cen-1' }))
  expect(await createCen()).toEqual({ code: '200', success: true, cenId: 'cen-1' })
})

test('an answer of another shape than expected is an unknown outcome', async () => {
  server.answer(json(200, { CenId: { not: 'a text' } }))
  const sent = callCbn(access, 'createCen', {}, z.object({ cenId: z.string() }), 'cenId')
  expect(await failure(sent)).toMatchObject(unknown)
})

test('account ids above 2^53 keep their digits', async () => {
  server.answer((response) =>
    response.end('{"Uid":123456789012345678,"Text":"1234567890123456789"}'),
  )
  expect(await createCen()).toEqual({ uid: '123456789012345678', text: '1234567890123456789' })
})

test('a dry run that passed is a success, the same code without a dry run is not', async () => {
  server.answer(json(400, { Code: 'DryRunOperation', RequestId: 'REQ' }))
  const router = { cenId: 'cen-1', regionId: 'eu-central-1' }
  await callCbn(
    access,
    'createTransitRouter',
    { ...router, dryRun: true },
    z.unknown(),
    'transitRouterId',
  )
  const sent = callCbn(access, 'createTransitRouter', router, z.unknown(), 'transitRouterId')
  expect(await failure(sent)).toMatchObject({ ...refused, code: 'DryRunOperation' })
})

test('waits longer than the 3 s of the SDK', async () => {
  server.answer((response) => void setTimeout(() => response.end('{}'), 3500))
  expect(await createCen()).toEqual({})
})

/** One exchange on a client with its own limits and endpoint. */
async function send(settings: { endpoint?: string; readTimeout?: number }) {
  const { exchange } = await import('@/lib/cloud/exchange')
  const sdk = await import('@alicloud/cbn20170912')
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      endpoint: `127.0.0.1:${server.port}`,
      protocol: 'HTTP',
      accessKeyId: 'id',
      accessKeySecret: 'secret',
      ...settings,
    }),
  )
  const transport = client.callApi.bind(client)
  client.callApi = (params, request, runtime) =>
    exchange(transport, params, request, runtime as never)
  return client.createCen(new sdk.CreateCenRequest({}))
}

test('a time-out is an unknown outcome', async () => {
  server.answer(() => {})
  const error = await failure(send({ readTimeout: 100 }))
  expect(error).toMatchObject({ ...unknown, code: 'Timeout' })
})

test.for(['127.0.0.1:1', 'no-such-host.invalid'])('nothing is sent to %s', async (endpoint) => {
  const error = await failure(send({ endpoint }))
  expect(error).toMatchObject({ ...refused, code: 'Unreachable' })
})

test('a pre-shared key stays out of errors, log and URL, whatever goes wrong', async () => {
  const CANARY = 'c4nary!"#$%&'
  const quoted = JSON.stringify(CANARY).slice(1, -1)
  const replies: Reply[] = [
    (response) => {
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(`{"Code":"IllegalParam.IkeConfig","Message":"Psk ${quoted} is not valid"}`)
    },
    text(502, quoted),
    (response) => response.destroy(),
    json(200, [CANARY]),
  ]
  const before = server.seen.length
  server.answer((response) => replies[server.seen.length - before - 1]?.(response))
  const probe = fileURLToPath(new URL('test/leak.ts', import.meta.url))
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import=tsx', probe, String(replies.length)],
    { env: { ...process.env, EMULATOR_PORT: String(server.port), LOG_LEVEL: 'debug', CANARY } },
  )
  const sent = server.seen.slice(before)
  expect(sent.map(({ url }) => url)).toEqual(['/', '/', '/', '/'])
  expect(sent.every(({ body: form }) => form.get('IkeConfig')?.includes('c4nary'))).toBe(true)
  expect(stdout.match(/^CloudError/gm)).toHaveLength(4)
  expect(stdout.match(/"action":"CreateVpnAttachment","region":"eu-central-1"/g)).toHaveLength(4)
  expect(stdout + stderr).not.toContain('c4nary')
  expect(stdout + stderr).not.toContain('127.0.0.1')
})
