import fc from 'fast-check'
import { expect, test } from 'vitest'

import { allowedHosts, askedAt, type GateRequest, refusal } from './gate'

const hosts = allowedHosts(3000, ['Console.Example.com'])
const own: GateRequest = {
  method: 'GET',
  asked: 'page',
  scheme: 'http',
  host: 'localhost:3000',
  origin: null,
  referer: null,
  secFetchSite: null,
  secFetchMode: null,
  secFetchDest: null,
  bearer: false,
}
const post = { ...own, method: 'POST' }

test('loopback names with our port and the configured hosts are answered', () => {
  for (const host of ['127.0.0.1:3000', 'LOCALHOST:3000', '[::1]:3000', 'console.example.com'])
    expect(refusal({ ...own, host }, hosts)).toBeUndefined()
})

test('any other host is misdirected, whatever the method', () => {
  const foreign = [
    null,
    '',
    'evil.example',
    'localhost',
    'localhost:3001',
    'localhost.evil.example:3000',
    'localhost.:3000',
    '127.0.0.1:3000, evil.example',
    'user@127.0.0.1:3000',
    '0.0.0.0:3000',
  ]
  for (const host of foreign)
    for (const method of ['GET', 'POST', 'PUT'])
      expect(refusal({ ...post, method, host, secFetchSite: 'same-origin' }, hosts)?.status).toBe(
        421,
      )
})

test('only GET, HEAD and POST exist', () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'OPTIONS', 'get'])
    expect(refusal({ ...own, method }, hosts)?.status).toBe(405)
})

test('listening publicly, a name of this machine in the host is a lie', () => {
  const names = allowedHosts(3000, ['console.example.com'], true)
  for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000'])
    expect(refusal({ ...own, host }, names)?.status).toBe(421)
  expect(refusal({ ...own, host: 'console.example.com' }, names)).toBeUndefined()
})

test('a browser that names the site of a POST must name ours, even with our origin', () => {
  expect(refusal({ ...post, secFetchSite: 'same-origin' }, hosts)).toBeUndefined()
  for (const secFetchSite of ['cross-site', 'same-site', 'none', 'Same-Origin'])
    expect(refusal({ ...post, secFetchSite, origin: 'http://localhost:3000' }, hosts)?.status).toBe(
      403,
    )
})

test('a script that shows a token posts data without an origin; a browser always names one', () => {
  const script = { ...post, asked: 'data', bearer: true } as const
  expect(refusal(script, hosts)).toBeUndefined()
  const turnedAway: Partial<GateRequest>[] = [
    { bearer: false },
    { asked: 'page' },
    { asked: 'health' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { secFetchSite: 'cross-site' },
    { secFetchSite: 'none' },
  ]
  for (const more of turnedAway)
    expect([more, refusal({ ...script, ...more }, hosts)?.status]).toEqual([more, 403])
})

test('without that, the origin of a POST must be the host itself', () => {
  expect(refusal({ ...post, origin: 'http://localhost:3000' }, hosts)).toBeUndefined()
  const named = { ...post, host: 'console.example.com' }
  const secure = { ...named, origin: 'https://console.example.com' }
  expect(refusal({ ...secure, scheme: 'https' }, hosts)).toBeUndefined()
  expect(refusal(secure, hosts)?.status).toBe(403)
  expect(
    refusal({ ...named, scheme: 'https', origin: 'http://console.example.com' }, hosts)?.status,
  ).toBe(403)
  const foreign = [
    null,
    'null',
    '',
    'garbage',
    'http://localhost:3001',
    'ftp://localhost:3000',
    'http://user@localhost:3000',
    'http://localhost:3000/',
    'http://localhost.:3000',
    'http://127.0.0.1:3000',
    'http://xn--lcalhost-i1a:3000',
  ]
  for (const origin of foreign) expect(refusal({ ...post, origin }, hosts)?.status).toBe(403)
})

test('an origin that is not ours is refused beside good fetch metadata too, on any method', () => {
  for (const method of ['GET', 'HEAD', 'POST'])
    for (const asked of ['page', 'data'] as const)
      for (const origin of ['null', '', 'http://evil.example', '::', 'https://localhost:3000'])
        expect(
          refusal({ ...own, method, asked, origin, secFetchSite: 'same-origin' }, hosts)?.status,
        ).toBe(403)
})

test('data is asked for by our own pages or by no browser at all', () => {
  const data: GateRequest = { ...own, asked: 'data' }
  const navigation = { secFetchMode: 'navigate', secFetchDest: 'document' }
  expect(refusal(data, hosts)).toBeUndefined()
  expect(refusal({ ...data, secFetchSite: 'same-origin' }, hosts)).toBeUndefined()
  expect(refusal({ ...data, referer: 'http://localhost:3000/cen' }, hosts)).toBeUndefined()
  for (const secFetchSite of ['cross-site', 'same-site', 'none', 'garbage'])
    expect(refusal({ ...data, ...navigation, secFetchSite }, hosts)?.status).toBe(403)
  for (const referer of ['http://evil.example/', 'https://localhost:3000/', 'garbage', ''])
    expect(refusal({ ...data, referer }, hosts)?.status).toBe(403)
})

test('a link on another site opens a page, but neither frames it nor loads it into a script', () => {
  const link = { ...own, secFetchSite: 'cross-site', referer: 'http://evil.example/' }
  const opened = { ...link, secFetchMode: 'navigate', secFetchDest: 'document' }
  expect(refusal(opened, hosts)).toBeUndefined()
  expect(refusal({ ...opened, secFetchSite: 'none' }, hosts)).toBeUndefined()
  for (const secFetchDest of ['iframe', 'image', 'script', 'empty', 'object', null])
    expect(refusal({ ...opened, secFetchDest }, hosts)?.status).toBe(403)
  for (const secFetchMode of ['no-cors', 'cors', 'websocket', null])
    expect(refusal({ ...opened, secFetchMode }, hosts)?.status).toBe(403)
})

test('a machine may ask for the health, whatever it says of itself, but not post to it', () => {
  const health: GateRequest = { ...own, asked: askedAt('/api/health'), origin: 'null' }
  expect(refusal({ ...health, secFetchSite: 'cross-site' }, hosts)).toBeUndefined()
  expect(refusal({ ...health, method: 'POST' }, hosts)?.status).toBe(403)
  expect(refusal({ ...health, host: 'evil.example' }, hosts)?.status).toBe(421)
})

test('no origin but the two spellings of our own gets a POST through', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string()), (origin) => {
      expect(refusal({ ...post, origin }, hosts)?.status).toBe(403)
    }),
  )
})
