import { request } from 'node:http'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { sha256, signV1, signV3 } from '../protocol/signature'
import { clients, refusal, type Running, start } from './start'

let emulator: Running
beforeAll(async () => {
  emulator = await start({ world: 'sample' })
})
afterAll(() => emulator.close())

/** Headers of a signed POST, by hand, so that a test can spoil them. */
function signed(action: string, query: Record<string, string> = {}, body = '') {
  const headers: Record<string, string> = {
    host: emulator.endpoint,
    'x-acs-action': action,
    'x-acs-version': '2017-09-12',
    'x-acs-date': `${new Date().toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': sha256(String(Math.random())),
    'x-acs-content-sha256': sha256(body),
    ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  const names = Object.keys(headers).sort()
  const { signature } = signV3(
    { method: 'POST', query: Object.entries(query), headers, body: Buffer.from(body) },
    names,
    'emulator-main-secret',
  )
  headers['authorization'] =
    `ACS3-HMAC-SHA256 Credential=emulator-main,SignedHeaders=${names.join(';')},Signature=${signature}`
  return { headers, path: `/?${new URLSearchParams(query).toString()}`, body }
}

function send(
  { headers, path, body }: { headers: Record<string, string>; path: string; body: string },
  method = 'POST',
): Promise<{ status: number | undefined; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${emulator.url}${path}`, { method, headers }, (incoming) => {
      let text = ''
      incoming.on('data', (chunk) => (text += chunk))
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode,
          body: text.startsWith('{') ? JSON.parse(text) : { text },
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

test('parameters of the query and the form are read together', async () => {
  const answer = await send(signed('DescribeCens', { PageSize: '1' }, 'PageNumber=2'))
  expect(answer).toMatchObject({ status: 200, body: { PageSize: 1, PageNumber: 2, TotalCount: 2 } })
})

test('an unknown key, a wrong secret and a spoilt request are told apart', async () => {
  const stranger = clients(emulator.endpoint, 'stranger')
  expect(await refusal(stranger.cbn('DescribeCens', {}))).toMatchObject({
    code: 'InvalidAccessKeyId.NotFound',
    statusCode: 404,
  })
  const wrong = clients(emulator.endpoint, 'emulator-main', 'wrong')
  expect((await refusal(wrong.cbn('DescribeCens', {}))).code).toBe('SignatureDoesNotMatch')

  const spoilt = signed('DescribeCens', { PageSize: '1' })
  expect((await send({ ...spoilt, path: '/?PageSize=2' })).body['Code']).toBe(
    'SignatureDoesNotMatch',
  )
  const body = signed('DescribeCens', {}, 'PageSize=1')
  expect((await send({ ...body, body: 'PageSize=2' })).body['Code']).toBe('SignatureDoesNotMatch')
  const extra = signed('DescribeCens')
  extra.headers['x-acs-extra'] = 'unsigned'
  expect((await send(extra)).body['Code']).toBe('IncompleteSignature')
})

test('a replayed request is refused', async () => {
  const once = signed('DescribeCens')
  expect((await send(once)).status).toBe(200)
  expect((await send(once)).body).toMatchObject({ Code: 'SignatureNonceUsed' })
})

test.each([
  ['a quarter of an hour and a second', 901_000, 'InvalidTimeStamp.Expired'],
  ['14 minutes', 840_000, 'ok'],
  ['14 minutes back', -840_000, 'ok'],
  ['16 minutes back', -960_000, 'InvalidTimeStamp.Expired'],
])('a clock that differs by %s answers %s: %s', async (_, skew, outcome) => {
  const skewed = await start({ wall: () => Date.now() + skew })
  const answer = await skewed.main.cbn('DescribeCens', {}).then(
    () => 'ok',
    (error: { code: string }) => error.code,
  )
  await skewed.close()
  expect(answer).toBe(outcome)
})

test('the emulator’s own clock has no part in signatures', async () => {
  const other = await start()
  other.advance(40 * 86_400)
  await expect(other.main.cbn('DescribeCens', {})).resolves.toMatchObject({ TotalCount: 0 })
  await other.close()
})

test.each(['GET', 'POST'])('a version 1.0 signature over %s is accepted', async (method) => {
  const common = {
    Action: 'DescribeCens',
    Version: '2017-09-12',
    Format: 'JSON',
    AccessKeyId: 'emulator-main',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: `nonce-${method}`,
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    PageSize: '1',
  }
  const { signature } = signV1(method, Object.entries(common), 'emulator-main-secret')
  const all = new URLSearchParams({ ...common, Signature: signature }).toString()
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer =
    method === 'GET'
      ? await send({ headers: {}, path: `/?${all}`, body: '' }, 'GET')
      : await send({ headers: form, path: '/', body: all })
  expect(answer).toMatchObject({ status: 200, body: { PageSize: 1, TotalCount: 2 } })
})

test('an operation the emulator lacks answers 400, which no client sends again, nonsense 404', async () => {
  const { cbn, vpcCall } = emulator.main
  expect(await refusal(cbn('CreateFlowlog', {}))).toMatchObject({
    code: 'NotImplemented',
    statusCode: 400,
  })
  expect(await refusal(cbn('Nonsense', {}))).toMatchObject({
    code: 'InvalidAction.NotFound',
    statusCode: 404,
  })
  // An operation of the other product.
  expect((await refusal(vpcCall('CreateCen', {}))).code).toBe('InvalidAction.NotFound')
  expect((await refusal(cbn('toString', {}))).code).toBe('InvalidAction.NotFound')
})

test('an error has Alibaba’s shape', async () => {
  const answer = await send(signed('DescribeCenRouteMaps'))
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({
    Code: 'MissingParameter',
    Message: 'The parameter CenId is missing.',
    HostId: emulator.endpoint,
    RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
  })
})

test.each([
  ['PageSize', { PageSize: '51' }],
  ['PageSize', { PageSize: '1e3' }],
  ['PageNumber', { PageNumber: '0' }],
  ['Filter.1.Key', { 'Filter.1.Key': 'Nope', 'Filter.1.Value.1': 'x' }],
])('a wrong %s is named', async (name, query) => {
  expect((await send(signed('DescribeCens', query))).body).toMatchObject({
    Code: 'InvalidParameter',
    Message: `The parameter ${name} is not valid.`,
  })
})

test('a parameter named __proto__ is a name like any other', async () => {
  const answer = await send(signed('DescribeCens', { '__proto__.PageSize': '1', __proto__: 'x' }))
  expect(answer).toMatchObject({ status: 200, body: { PageSize: 10 } })
})

test('only names of this machine reach it, and no page steers it', async () => {
  const rebound = await send(
    { headers: { host: 'evil.example' }, path: '/_emulator/calls', body: '' },
    'GET',
  )
  expect(rebound.status).toBe(421)
  const page = await fetch(`${emulator.url}/_emulator/reset`, {
    method: 'POST',
    headers: { origin: 'http://evil.example' },
  })
  expect(page.status).toBe(403)
})

test('the call log has names, never values', async () => {
  await emulator.main.cbn('CreateCen', { Name: 'canary-value', ClientToken: 'token-1' })
  await refusal(emulator.main.cbn('DescribeCens', { Unheard: 'canary-value', PageSize: 99 }))
  const create = emulator.calls('CreateCen').at(-1)
  expect(create).toMatchObject({
    account: 1_000_000_000_000_001,
    clientToken: 'token-1',
    outcome: 'ok',
    effect: true,
    parameters: ['Name', 'ClientToken'],
    inUrl: ['Name', 'ClientToken'],
  })
  const refused = emulator.calls('DescribeCens').at(-1)
  expect(refused).toMatchObject({
    outcome: 'InvalidParameter',
    effect: false,
    ignored: ['Unheard'],
  })
  expect(JSON.stringify(emulator.calls())).not.toContain('canary-value')
})
