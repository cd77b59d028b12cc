import fc from 'fast-check'
import { expect, test } from 'vitest'

import { canonicalQuery, percentEncode, sha256, signV1, signV3 } from '../protocol/signature'

const headers = {
  host: '127.0.0.1:8080',
  'x-acs-date': '2026-01-02T03:04:05Z',
  'x-acs-signature-nonce': '0123456789abcdef0123456789abcdef',
}

test('a query of awkward characters is signed as the official SDK signs it', () => {
  const query = [
    ['RegionId', 'eu-central-1'],
    ['Tag.1.Key', 'a b'],
    ['Tag.1.Value', "x'(*)~!+é"],
    ['VpnId', 'vco-1'],
    ['Empty', ''],
  ] as const
  expect(canonicalQuery(query)).toBe(
    'Empty=&RegionId=eu-central-1&Tag.1.Key=a%20b&Tag.1.Value=x%27%28%2A%29~%21%2B%C3%A9&VpnId=vco-1',
  )
  const body = new Uint8Array()
  const signed = signV3(
    {
      method: 'POST',
      query,
      headers: {
        ...headers,
        'x-acs-action': 'CreateTransitRouterVpnAttachment',
        'x-acs-version': '2017-09-12',
        'x-acs-content-sha256': sha256(body),
      },
      body,
    },
    'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version'.split(
      ';',
    ),
    'testSecret',
  )
  expect(signed).toEqual({
    stringToSign:
      'ACS3-HMAC-SHA256\n9bd7f3932ea43fab2c0683906b2b798bc7421d48e71e3b0f5bbf7ed3a4924f45',
    signature: '0033f65f7272c06ab0f1ec5283a5c543f8a3e9766c81350dcb8998323e909f06',
  })
})

test('a form body is signed by its hash', () => {
  const body = Buffer.from(
    'TunnelOptionsSpecification.1.TunnelIndex=1&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=p%26%3D1%20%2B',
  )
  const hash = '4b28c93adaa2521271689071d1927593916330e6f48e532b8e2ec2e493927644'
  expect(sha256(body)).toBe(hash)
  const signed = signV3(
    {
      method: 'POST',
      query: [['RegionId', 'eu-central-1']],
      headers: {
        ...headers,
        'content-type': 'application/x-www-form-urlencoded',
        'x-acs-action': 'CreateVpnAttachment',
        'x-acs-version': '2016-04-28',
        'x-acs-content-sha256': hash,
      },
      body,
    },
    'content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version'.split(
      ';',
    ),
    'testSecret',
  )
  expect(signed.signature).toBe('9d4924a19432e6e68f549eb07a820bdc31176b943d0350edb58f2bbc8db9f920')
})

test('version 1.0 signs every parameter but the signature', () => {
  const parameters = Object.entries({
    Action: 'DescribeCens',
    Version: '2017-09-12',
    Format: 'JSON',
    AccessKeyId: 'testAK',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: 'nonce-1',
    Timestamp: '2026-01-02T03:04:05Z',
    'Tag.1.Key': 'a b',
    'Tag.1.Value': "x'(*)~!+",
    Signature: 'ignored',
  })
  expect(signV1('POST', parameters, 'testSecret').signature).toBe('fYTojht9caaibAETYvpM9zrZHZs=')
})

test('percent-encoding leaves only the unreserved characters and decodes to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = percentEncode(text)
      expect(encoded).toMatch(/^([A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/)
      expect(decodeURIComponent(encoded)).toBe(text)
    }),
  )
})
