import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { compressFiles, Files } from './files'
import { lines, openStub, send, type Stub } from './test/stub'

const SCRIPT = 'console.log("again and again");'.repeat(100)
const folder = mkdtempSync(join(tmpdir(), 'gate-files-'))
let stub: Stub

beforeAll(async () => {
  mkdirSync(join(folder, 'static/chunks'), { recursive: true })
  mkdirSync(join(folder, 'public'))
  writeFileSync(join(folder, 'static/chunks/a.js'), SCRIPT)
  writeFileSync(join(folder, 'static/font.woff2'), 'font')
  writeFileSync(join(folder, 'public/robots.txt'), 'none')
  writeFileSync(join(folder, 'secret'), 'secret')
  await compressFiles(join(folder, 'static'))
  const files = new Files({
    '/_next/static/': { path: join(folder, 'static'), isHashed: true },
    '/': { path: join(folder, 'public'), isHashed: false },
  })
  stub = await openStub({ files, isKnown: () => false })
})
afterAll(async () => {
  await stub.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, ...headers: string[]) =>
  send(stub.port, lines(`GET ${path}`, `Host: ${stub.host}`, 'Connection: close', ...headers))
const bytes = (body: string) => Buffer.from(body, 'latin1')

test('a file comes in the best encoding the browser takes, made once', async () => {
  const brotli = await get('/_next/static/chunks/a.js', 'Accept-Encoding: gzip, deflate, br')
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
  expect(brotliDecompressSync(bytes(brotli.body)).toString()).toBe(SCRIPT)
  const gzip = await get('/_next/static/chunks/a.js', 'Accept-Encoding: gzip, br;q=0')
  expect(gunzipSync(bytes(gzip.body)).toString()).toBe(SCRIPT)
  const plain = await get('/_next/static/chunks/a.js')
  expect(plain.body).toBe(SCRIPT)
  expect(plain.headers).not.toHaveProperty('content-encoding')
  const etags = [brotli, gzip, plain].map(({ headers }) => headers['etag'])
  expect(new Set(etags).size).toBe(3)
})

test('a known file is not sent again, and HEAD sends none', async () => {
  const { headers } = await get('/_next/static/font.woff2')
  const again = await get('/_next/static/font.woff2', `If-None-Match: "x", W/${headers['etag']}`)
  expect(again).toMatchObject({ status: 304, body: '' })
  const head = lines('HEAD /_next/static/font.woff2', `Host: ${stub.host}`, 'Connection: close')
  expect(await send(stub.port, head)).toMatchObject({
    status: 200,
    body: '',
    headers: { 'content-length': '4', 'content-type': 'font/woff2' },
  })
})

test('a file whose name does not change with it is asked for again', async () => {
  const { status, headers } = await get('/robots.txt')
  expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-cache' })
})

test('only the files of the folders are there, and none takes a foreign host or a POST', async () => {
  for (const path of [
    '/_next/static/nope.js',
    '/_next/static/chunks/a.js.br',
    '/_next/static/chunks',
    '/secret',
    '/_next/static/../secret',
    '/_next/static/%2e%2e/%2e%2e/secret',
  ])
    expect((await get(path)).status).toBe(404)
  const foreign = lines('GET /_next/static/font.woff2', 'Host: evil.example')
  expect((await send(stub.port, foreign)).status).toBe(421)
  const posted = lines(
    'POST /_next/static/font.woff2',
    `Host: ${stub.host}`,
    `Origin: http://${stub.host}`,
    'Next-Action: 1',
  )
  expect((await send(stub.port, posted)).status).toBe(404)
  expect(stub.arrived).toEqual([])
})
