import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { labelPath, readChanges } from '@/lib/audit/readable'

test('settings that travel as JSON are told one by one, with what they replace', () => {
  expect(
    readChanges([
      { what: 'IkeConfig', from: '', to: '{"IkeVersion":"ikev2","Psk":"…","IkeLifetime":86400}' },
      { what: 'BgpConfig', from: '{"EnableBgp":false}', to: '{"EnableBgp":true}' },
      { what: 'TransitRouterCidrList', from: '', to: '[{"Cidr":"10.0.0.0/24"}]' },
      { what: 'RouteTableOptions.MultiRegionECMP', from: '', to: 'disable' },
      { what: 'Description', from: '', to: '{not JSON' },
    ]),
  ).toEqual([
    { name: 'ikeVersion', section: 'ike', from: '', to: 'ikev2' },
    { name: 'psk', section: 'ike', from: '', to: '…' },
    { name: 'ikeLifetime', section: 'ike', from: '', to: '86400' },
    { name: 'enableBgp', section: 'bgp', from: 'false', to: 'true' },
    { name: 'cidr', key: '1', from: '', to: '10.0.0.0/24' },
    { name: 'multiRegionECMP', from: '', to: 'disable' },
    { name: 'description', from: '', to: '{not JSON' },
  ])
})

test('a parameter of the cloud and a path of the form are the same setting of the same tunnel', () => {
  const [wire, path] = readChanges([
    { what: 'TunnelOptionsSpecification.2.TunnelIkeConfig.IkeEncAlg', from: '', to: 'aes256' },
    { what: 'connection.tunnels.1.ike.ikeEncAlg', from: '', to: 'aes256' },
  ])
  expect(wire).toEqual({ name: 'ikeEncAlg', section: 'ike', tunnel: 1, from: '', to: 'aes256' })
  expect(path).toEqual(wire)
})

test('a tag is one change, whichever halves of it were told', () => {
  expect(
    readChanges([
      { what: 'Tag.1.Key', from: '', to: 'env' },
      { what: 'Tag.1.Value', from: 'dev', to: 'prod' },
      { what: 'Tags.2.Key', from: '', to: 'empty' },
    ]),
  ).toEqual([
    { name: 'tag', key: 'env', from: 'dev', to: 'prod' },
    { name: 'tag', key: 'empty', from: '', to: '' },
  ])
  expect(
    readChanges([
      { what: 'Tag.site', from: 'Munich', to: '' },
      { what: 'TagKey.1', from: 'site', to: '' },
      { what: 'TagKey.2', from: 'other', to: '' },
    ]),
  ).toEqual([
    { name: 'tag', key: 'site', from: 'Munich', to: '' },
    { name: 'tag', key: 'other', from: '', to: '' },
  ])
})

test.each(['en', 'zh-CN'])('the %s catalogue names every setting that a form has', (locale) => {
  const catalogue: unknown = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'))
  const names = ['ikeVersion', 'ipsecPfs', 'localAsn', 'psk', 'localSubnet', 'enableBgp', 'localId']
  for (const path of [
    ...names.map((name) => labelPath({ name })),
    ...['enable', 'dip', 'policy'].map((name) => labelPath({ name, section: 'healthCheck' })),
  ]) {
    const found = path
      ?.split('.')
      .reduce<unknown>(
        (here, key) => (here as Record<string, unknown> | undefined)?.[key],
        catalogue,
      )
    expect([path, found]).toEqual([path, expect.objectContaining({ label: expect.any(String) })])
  }
})
