import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Breakage, breakages, type Site } from '@/emulator/gateways/real/site'
import type { VpnConnection } from '@/emulator/state/vpn-records'
import { BREAKAGES } from '@/lib/rehearsal/schema'

import { fillIn } from './cloud'
import { missing, ping, until } from './lab'
import { LAN, type Rehearsal, rehearse, VPC } from './rehearsal'

/** What the diagnosis says while one thing is broken. */
const SAID: Record<Breakage, string> = {
  key: 'PskMismatch',
  group: 'AlgorithmMismatch',
  silent: 'DpdTimeout',
  asn: 'BgpAsnMismatch',
}

const isUp = ({ tunnels: [tunnel] }: VpnConnection) =>
  tunnel?.Status === 'ipsec_sa_established' && tunnel.BgpStatus === 'success'

describe.skipIf(missing)('one thing broken at a site', () => {
  let lab: Rehearsal
  let id: string
  let site: Site
  beforeAll(async () => {
    lab = await rehearse()
    const customerGatewayId = await lab.cloud.customerGateway('203.0.113.60', 65_010)
    const values = fillIn((all) => {
      all.enableBgp = true
      Object.assign(all.tunnels[0], {
        customerGatewayId,
        psk: 'The-key_that.is.right',
        bgp: { tunnelCidr: '169.254.50.0/30', localBgpIp: '169.254.50.1', localAsn: '45104' },
      })
    })
    const { record, peer } = await lab.cloud.attach('practice', values)
    id = record.id
    await lab.real.idle()
    ;({ site } = await lab.site(peer))
    await lab.says(id, 'the site comes up', isUp)
  })
  afterAll(() => lab.stop())

  it('the console offers what the rehearsal can break', () => {
    expect([...BREAKAGES]).toEqual([...breakages])
  })

  it.each(breakages)(
    '%s: the tunnel or its session goes down, the diagnosis says why, and mended it comes back',
    async (what) => {
      await site.break(what)
      expect(site.broken).toBe(what)
      // A tunnel that nobody answers is noticed after DPD.
      await lab.says(id, `${what} shows`, (record) => !isUp(record))
      const params = { regionId: 'eu-central-1', vpnConnectionId: id }
      const { diagnoseIpsecConnection } = await import('@/lib/ipsec-connections/cloud')
      const codes = new Set<string>()
      await until('the diagnosis says why', async () => {
        const [found] = await diagnoseIpsecConnection({ profile: 'main' }, params)
        return codes.add(found?.failedReasonCode ?? '').has(SAID[what])
      }).catch(() => undefined)
      expect([...codes]).toContain(SAID[what])

      await site.break(undefined)
      await lab.says(id, `${what} is mended`, isUp)
      await ping(site.lan, VPC.host, LAN.host)
    },
  )
})
