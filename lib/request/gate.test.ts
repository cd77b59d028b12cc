import fc from 'fast-check'
import { expect, test } from 'vitest'

import { allowedHosts, refusal } from './gate'

const hosts = allowedHosts(3000, ['Console.Example.com'])
const own = { method: 'GET', host: 'localhost:3000', origin: null, secFetchSite: null }
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

test('a browser that names the site of a POST must name ours, even with our origin', () => {
  expect(refusal({ ...post, secFetchSite: 'same-origin' }, hosts)).toBeUndefined()
  for (const secFetchSite of ['cross-site', 'same-site', 'none', 'Same-Origin'])
    expect(refusal({ ...post, secFetchSite, origin: 'http://localhost:3000' }, hosts)?.status).toBe(
      403,
    )
})

test('without that, the origin of a POST must be the host itself', () => {
  expect(refusal({ ...post, origin: 'http://localhost:3000' }, hosts)).toBeUndefined()
  expect(
    refusal({ ...post, host: 'console.example.com', origin: 'https://console.example.com' }, hosts),
  ).toBeUndefined()
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

test('no origin but the two spellings of our own gets a POST through', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string()), (origin) => {
      expect(refusal({ ...post, origin }, hosts)?.status).toBe(403)
    }),
  )
})
