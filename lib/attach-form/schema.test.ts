import { expect, test } from 'vitest'

import { attachFormSchema } from '@/lib/attach-form/schema'
import { attachFormDefaults, type AttachFormValues } from '@/lib/attach-form/values'
import { connectionFormSchema } from '@/lib/connection-form/schema'
import { secondTunnel } from '@/lib/connection-form/tunnels'
import { connectionFormDefaults } from '@/lib/connection-form/values'
import { carried, unpackMessage } from '@/lib/i18n/message'

function form(): AttachFormValues {
  const values = attachFormDefaults({ regionId: 'eu-central-1', transitRouterId: 'tr-1' })
  values.connection.tunnels[0].customerGatewayId = 'cgw-1'
  return values
}

test('a new form needs only a customer gateway, and gives the defaults of the guide', () => {
  expect(attachFormSchema.parse(form())).toEqual({
    regionId: 'eu-central-1',
    transitRouterId: 'tr-1',
    owner: { kind: 'current' },
    resource: {
      kind: 'create',
      connection: {
        networkType: 'public',
        tunnelBandwidth: 'Standard',
        localSubnet: ['0.0.0.0/0'],
        remoteSubnet: ['0.0.0.0/0'],
        effectImmediately: false,
        enableBgp: false,
        tunnels: [
          {
            customerGatewayId: 'cgw-1',
            ike: {
              ikeVersion: 'ikev2',
              ikeMode: 'main',
              ikeEncAlg: 'aes',
              ikeAuthAlg: 'sha1',
              ikePfs: 'group2',
              ikeLifetime: 86_400,
              localId: '',
              remoteId: '',
            },
            ipsec: {
              ipsecEncAlg: 'aes',
              ipsecAuthAlg: 'sha1',
              ipsecPfs: 'group2',
              ipsecLifetime: 86_400,
            },
            enableDpd: true,
            enableNatTraversal: true,
          },
        ],
      },
    },
    transitRouterAttachmentName: '',
    transitRouterAttachmentDescription: '',
    tag: [],
    advanced: {
      autoPublishRouteEnabled: true,
      associateDefaultTable: true,
      propagateToDefaultTable: true,
    },
  })
})

test('what a choice puts aside is neither judged nor sent', () => {
  const values = form()
  values.owner.vpnOwnerId = 'nonsense'
  values.resource.vpnId = '<vco>'
  values.connection.localSubnet = 'nonsense'
  values.connection.tunnels[0].bgp.tunnelCidr = 'nonsense'
  values.connection.healthCheck.dip = 'nonsense'
  values.connection.tunnels[1].psk = 'no good'
  const sent = JSON.stringify(attachFormSchema.parse(values))
  expect(sent).not.toMatch(/nonsense|vco|no good/)
})

test('the connection part can be read alone, to create a connection without attaching it', () => {
  const alone = connectionFormDefaults('eu-central-1')
  alone.connection.tunnels[0].customerGatewayId = 'cgw-1'
  const { resource } = attachFormSchema.parse(form())
  expect(resource).toEqual({
    kind: 'create',
    connection: connectionFormSchema.parse(alone).connection,
  })
})

test('selecting a connection leaves the whole connection part aside', () => {
  const values = form()
  values.resource = { kind: 'select', vpnId: 'vco-1' }
  values.connection.tunnels[0].customerGatewayId = ''
  expect(attachFormSchema.parse(values).resource).toEqual({ kind: 'select', vpnId: 'vco-1' })
})

test('with BGP on and the health check on, both are sent as numbers and addresses', () => {
  const values = form()
  Object.assign(values.connection, { enableBgp: true })
  Object.assign(values.connection.healthCheck, {
    enable: true,
    dip: '192.168.0.1',
    sip: '10.1.0.1',
  })
  values.connection.tunnels[0].bgp = {
    tunnelCidr: '169.254.11.0/30',
    localBgpIp: '169.254.11.1',
    localAsn: '123.456',
  }
  const { resource } = attachFormSchema.parse(values)
  expect(resource).toMatchObject({
    connection: {
      enableBgp: true,
      tunnels: [
        {
          bgp: {
            tunnelCidr: '169.254.11.0/30',
            localBgpIp: '169.254.11.1',
            localAsn: 8_061_384,
          },
        },
      ],
      healthCheck: {
        enable: true,
        dip: '192.168.0.1',
        sip: '10.1.0.1',
        interval: 3,
        retry: 3,
        policy: 'revoke_route',
      },
    },
  })
})

test('two tunnels come with no zone and no health check', () => {
  const values = form()
  values.zoneId = 'eu-central-1a'
  values.connection.tunnelMode = 'dual'
  values.connection.healthCheck.enable = true
  values.connection.tunnels[1] = secondTunnel(values.connection.tunnels[0])
  values.connection.tunnels[1].customerGatewayId = 'cgw-2'
  const sent = attachFormSchema.parse(values)
  expect(sent).not.toHaveProperty('zoneId')
  expect(sent.resource).not.toHaveProperty('connection.healthCheck')
  expect(sent.resource).toMatchObject({
    connection: { tunnels: [{ customerGatewayId: 'cgw-1' }, { customerGatewayId: 'cgw-2' }] },
  })
})

test('lists may be separated by commas, spaces and line breaks', () => {
  const values = form()
  values.connection.routingMode = 'flow'
  values.connection.localSubnet = '10.1.0.0/16, 10.2.0.0/16\n10.3.0.0/16\t10.4.0.0/16，10.5.0.0/16'
  values.connection.remoteSubnet = '192.168.0.0/24'
  expect(attachFormSchema.parse(values).resource).toMatchObject({
    connection: {
      localSubnet: ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16', '10.4.0.0/16', '10.5.0.0/16'],
    },
  })
})

test.each([
  [{ key: 'acs:x', value: '' }, 'tag.0.key', 'tag.prefix'],
  [{ key: '', value: '' }, 'tag.0.key', 'tag.keyLength'],
  [{ key: 'k'.repeat(65), value: '' }, 'tag.0.key', 'tag.keyLength'],
  [{ key: 'a\u200bb', value: '' }, 'tag.0.key', 'tag.hidden'],
  [{ key: 'site', value: '\u202emunich' }, 'tag.0.value', 'tag.hidden'],
  [{ key: 'site', value: '\u0000' }, 'tag.0.value', 'tag.hidden'],
  [{ key: 'site', value: 'see http://x' }, 'tag.0.value', 'tag.url'],
])('tag %j is refused at %s with %s', (tag, path, key) => {
  const values = form()
  values.tag = [tag]
  const issues = attachFormSchema.safeParse(values).error?.issues
  expect(
    issues?.map((issue) => [issue.path.join('.'), unpackMessage(carried(issue.message)).key]),
  ).toEqual([[path, key]])
})

test('a tag key used twice is refused at its second row', () => {
  const values = form()
  values.tag = [
    { key: 'site', value: 'munich' },
    { key: 'site', value: '' },
  ]
  const issues = attachFormSchema.safeParse(values).error?.issues
  expect(issues?.map(({ path }) => path.join('.'))).toEqual(['tag.1.key'])
})
