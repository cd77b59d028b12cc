import { expect } from '@playwright/test'

import { choose, finish, group, open, send } from '@/e2e/fixtures/attach-page'
import { readBack, test } from '@/e2e/fixtures/attach-world'
import { call } from '@/e2e/fixtures/cloud'
import { CANARY } from '@/lib/db/test/canary'

test('creates the connection and the attachment exactly as entered', async ({ page, world }) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await expect(basic.getByRole('combobox', { name: 'Network Type' })).toHaveText('VPN')
  await expect(basic.getByRole('combobox', { name: 'Region' })).toContainText('eu-central-1')
  await expect(basic.getByText(world.transitRouterId)).toBeVisible()
  await expect(basic.getByRole('radio', { name: 'Current Account' })).toBeChecked()
  await expect(basic.getByRole('radio', { name: 'Create Resource' })).toBeChecked()
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('munich-dc')
  await basic
    .getByRole('textbox', { name: 'Attachment Description' })
    .fill('Rack 4, left of the door')
  await choose(basic, 'Resource Group', 'Production')
  await basic.getByRole('button', { name: 'Add tag' }).click()
  await basic.getByRole('textbox', { name: 'Tag key 1' }).fill('site')
  await basic.getByRole('textbox', { name: 'Tag value 1' }).fill('munich')
  await basic.getByRole('radio', { name: 'Private', exact: true }).check()
  await basic.getByRole('radio', { name: 'Large (3 Gbit/s)' }).check()
  await basic.getByRole('combobox', { name: 'Zone', exact: true }).click()
  const zone = page.getByRole('option').nth(1)
  const zoneId = /eu-central-1[a-z]/.exec((await zone.textContent()) ?? '')?.[0]
  await zone.click()
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await basic.getByText('Flow Protection').click()
  await basic.getByRole('textbox', { name: 'Local CIDR Block' }).fill('10.1.0.0/16')
  await basic
    .getByRole('textbox', { name: 'Peer CIDR Block' })
    .fill('192.168.1.0/24\n192.168.2.0/24')
  await basic.getByRole('radio', { name: 'Yes' }).check()
  await basic.getByLabel('Pre-Shared Key', { exact: true }).fill(CANARY)

  const encryption = await open(page, 'Encryption settings')
  const ike = group(encryption, 'IKE Settings')
  await choose(ike, 'Edition', 'ikev1')
  await choose(ike, 'Negotiation Mode', 'aggressive')
  await choose(ike, 'Encryption Algorithm', 'aes192')
  await choose(ike, 'Authentication Algorithm', 'sha384')
  await choose(ike, 'DH Group', 'group14')
  await ike.getByRole('textbox', { name: 'SA Lifetime (Seconds)' }).fill('28800')
  await ike.getByRole('textbox', { name: 'LocalId' }).fill('cloud.example.com')
  await ike.getByRole('textbox', { name: 'RemoteId' }).fill('munich.example.com')
  const ipsec = group(encryption, 'IPsec Settings')
  await choose(ipsec, 'Encryption Algorithm', 'aes256')
  await choose(ipsec, 'Authentication Algorithm', 'sha512')
  await choose(ipsec, 'DH Group', 'disabled')
  await ipsec.getByRole('textbox', { name: 'SA Lifetime (Seconds)' }).fill('3600')
  await ipsec.getByRole('switch', { name: 'DPD' }).uncheck()
  await ipsec.getByRole('switch', { name: 'NAT Traversal' }).uncheck()

  const bgp = group(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  await bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' }).fill('169.254.77.8/30')
  await bgp.getByRole('textbox', { name: 'Local BGP IP' }).fill('169.254.77.10')
  await bgp.getByRole('textbox', { name: 'Local ASN' }).fill('123.456')

  const health = group(page, 'Health checks')
  await health.getByRole('switch', { name: 'Enable health checks' }).check()
  await health.getByRole('textbox', { name: 'Destination IP' }).fill('192.168.1.1')
  await health.getByRole('textbox', { name: 'Source IP' }).fill('10.1.0.1')
  await health.getByRole('textbox', { name: 'Retry Interval' }).fill('7')
  await health.getByRole('textbox', { name: 'Retries' }).fill('5')
  await health.getByRole('radio', { name: 'No', exact: true }).check()
  await expect(health.getByText('10.1.0.1/32')).toBeVisible()

  const advanced = await open(page, 'Advanced settings')
  await advanced.getByRole('checkbox', { name: 'Automatically Advertise Routes to VPN' }).uncheck()
  await advanced
    .getByRole('checkbox', { name: /^Automatically associate with the default route table/ })
    .uncheck()
  await send(page)
  await finish(page)

  const { attachment, connection, associations, propagations } = await readBack(world)
  expect(attachment).toMatchObject({
    TransitRouterAttachmentName: 'munich-dc',
    TransitRouterAttachmentDescription: 'Rack 4, left of the door',
    TransitRouterId: world.transitRouterId,
    AutoPublishRouteEnabled: false,
    Zones: [{ ZoneId: zoneId }],
    // Beside it the mark by which a lost create is found again.
    Tags: expect.arrayContaining([{ Key: 'site', Value: 'munich' }]),
  })
  expect(connection).toMatchObject({
    NetworkType: 'private',
    ResourceGroupId: 'rg-aekz0production',
    TunnelBandwidth: 'Large',
    LocalSubnet: '10.1.0.0/16',
    RemoteSubnet: '192.168.1.0/24,192.168.2.0/24',
    EffectImmediately: true,
    CustomerGatewayId: world.gateway.id,
    EnableDpd: false,
    EnableNatTraversal: false,
    IkeConfig: {
      Psk: CANARY,
      IkeVersion: 'ikev1',
      IkeMode: 'aggressive',
      IkeEncAlg: 'aes192',
      IkeAuthAlg: 'sha384',
      IkePfs: 'group14',
      IkeLifetime: 28800,
      LocalId: 'cloud.example.com',
      RemoteId: 'munich.example.com',
    },
    IpsecConfig: {
      IpsecEncAlg: 'aes256',
      IpsecAuthAlg: 'sha512',
      IpsecPfs: 'disabled',
      IpsecLifetime: 3600,
    },
    VpnBgpConfig: {
      TunnelCidr: '169.254.77.8/30',
      LocalBgpIp: '169.254.77.10',
      LocalAsn: 123 * 65536 + 456,
    },
    VcoHealthCheck: {
      Enable: 'true',
      Dip: '192.168.1.1',
      Sip: '10.1.0.1',
      Interval: 7,
      Retry: 5,
      Policy: 'reserve_route',
    },
  })
  expect(associations).toHaveLength(0)
  expect(propagations).toHaveLength(1)
})

test("sends the guide's defaults for what was left alone", async ({ page, world }) => {
  await page.goto(world.path)
  await choose(group(page, 'Basic settings'), 'Customer Gateway', world.gateway.name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await finish(page)

  const { attachment, connection, associations, propagations } = await readBack(world)
  expect(attachment).toMatchObject({ AutoPublishRouteEnabled: true, Status: 'Attached' })
  expect(connection).toMatchObject({
    NetworkType: 'public',
    TunnelBandwidth: 'Standard',
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
    EffectImmediately: false,
    EnableDpd: true,
    EnableNatTraversal: true,
    IkeConfig: {
      IkeVersion: 'ikev2',
      IkeMode: 'main',
      IkeEncAlg: 'aes',
      IkeAuthAlg: 'sha1',
      IkePfs: 'group2',
      IkeLifetime: 86400,
    },
    IpsecConfig: {
      IpsecEncAlg: 'aes',
      IpsecAuthAlg: 'sha1',
      IpsecPfs: 'group2',
      IpsecLifetime: 86400,
    },
    VpnBgpConfig: { Status: 'false' },
    VcoHealthCheck: { Enable: 'false' },
  })
  const { IkeConfig } = connection as { IkeConfig: { Psk: string } }
  expect(IkeConfig.Psk).toHaveLength(16)
  expect(associations).toMatchObject([{ Status: 'Active' }])
  expect(propagations).toMatchObject([{ Status: 'Active' }])
})

test('creates two tunnels, the second a copy of the first but for what is its own', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  await open(page, 'Encryption settings')
  await page.getByRole('button', { name: 'Use the strong set' }).click()
  await basic.getByRole('radio', { name: 'Dual tunnel' }).check()
  await expect(basic.getByRole('combobox', { name: 'Zone', exact: true })).toBeHidden()
  await choose(group(basic, 'Tunnel 2'), 'Customer Gateway', world.secondGateway.name)
  const bgp = group(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  for (const tunnel of ['Tunnel 1', 'Tunnel 2']) {
    await group(bgp, tunnel).getByRole('button', { name: 'Pick a free one' }).click()
    await group(bgp, tunnel).getByRole('textbox', { name: 'Local ASN' }).fill('65500')
  }
  await send(page)
  await finish(page)

  const { attachment, connection } = await readBack(world)
  expect(attachment['Zones'] ?? []).toEqual([])
  const { TunnelOptionsSpecification } = connection as {
    TunnelOptionsSpecification: { TunnelOptions: Record<string, unknown>[] }
  }
  const strong = {
    TunnelIkeConfig: { IkeEncAlg: 'aes256', IkeAuthAlg: 'sha256', IkePfs: 'group14' },
    TunnelIpsecConfig: { IpsecEncAlg: 'aes256', IpsecAuthAlg: 'sha256', IpsecPfs: 'group14' },
  }
  expect(TunnelOptionsSpecification.TunnelOptions).toMatchObject([
    { ...strong, TunnelIndex: 1, CustomerGatewayId: world.gateway.id },
    { ...strong, TunnelIndex: 2, CustomerGatewayId: world.secondGateway.id },
  ])
  const blocks = TunnelOptionsSpecification.TunnelOptions.map(
    ({ TunnelBgpConfig }) => (TunnelBgpConfig as { TunnelCidr: string }).TunnelCidr,
  )
  expect(new Set(blocks).size).toBe(2)
})

test('attaches a connection that another account granted', async ({ page, world }) => {
  const partner = { RegionId: 'eu-central-1', Name: 'partner-line' }
  const gateway = await call(
    'vpc',
    'CreateCustomerGateway',
    { ...partner, IpAddress: world.gateway.ip, Asn: 65010 },
    'partner',
  )
  const made = await call(
    'vpc',
    'CreateVpnAttachment',
    {
      ...partner,
      LocalSubnet: '0.0.0.0/0',
      RemoteSubnet: '0.0.0.0/0',
      CustomerGatewayId: String(gateway['CustomerGatewayId']),
    },
    'partner',
  )
  const vpnId = String(made['VpnConnectionId'])

  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('radio', { name: 'Different Account' }).check()
  await expect(basic.getByRole('radio', { name: /^Create Resource/ })).toBeDisabled()
  await basic.getByRole('textbox', { name: 'Account ID' }).fill('1000000000000002')
  await expect(basic.getByText(/^aliyun cbn GrantInstanceToTransitRouter/)).toContainText(
    `--CenId ${world.cenId}`,
  )
  await expect(basic.getByText('has granted no connection of this region')).toBeVisible()
  await call(
    'cen',
    'GrantInstanceToTransitRouter',
    {
      RegionId: 'eu-central-1',
      InstanceType: 'VPN',
      InstanceId: vpnId,
      CenId: world.cenId,
      CenOwnerId: '1000000000000001',
      OrderType: 'PayByCenOwner',
    },
    'partner',
  )
  await basic.getByRole('button', { name: 'Read again' }).click()
  await basic.getByRole('radio', { name: new RegExp(vpnId) }).check()
  await send(page)
  await finish(page)

  const place = { CenId: world.cenId, RegionId: 'eu-central-1' }
  const list = await call('cen', 'ListTransitRouterVpnAttachments', place)
  expect(list).toMatchObject({
    TransitRouterAttachments: [{ VpnId: vpnId, VpnOwnerId: 1000000000000002, Status: 'Attached' }],
  })
})
