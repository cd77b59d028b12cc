import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, region } from './network'
import { type Request, sampleOf, up } from './sample-connections'
import { type Running, start } from './start'

// When a tunnel negotiates again, and what drops it.

let running: Running
beforeEach(async () => {
  running = await start({ world: 'sample' })
})
afterEach(() => running.close())

type Sample = ReturnType<typeof sampleOf>
const named = (...args: Parameters<Sample['named']>) => sampleOf(running).named(...args)
const statuses = (...args: Parameters<Sample['statuses']>) => sampleOf(running).statuses(...args)
const sessions = (...args: Parameters<Sample['sessions']>) => sampleOf(running).sessions(...args)
const shown = (...args: Parameters<Sample['shown']>) => sampleOf(running).shown(...args)
const modify = (...args: Parameters<Sample['modify']>) => sampleOf(running).modify(...args)
const log = (...args: Parameters<Sample['log']>) => sampleOf(running).log(...args)
const finding = (...args: Parameters<Sample['finding']>) => sampleOf(running).finding(...args)

test.each([
  ['at once', true, 3],
  ['with the first traffic', false, 10],
])('a change negotiates %s when EffectImmediately is %s', async (_, EffectImmediately, seconds) => {
  const name = 'leeds-warehouse'
  await modify(name, { EffectImmediately })
  running.advance(30)
  await modify(name, { IkeConfig: '{"Psk":"leeds-device-key"}' })
  running.advance(1.5 + seconds - 1)
  expect(await shown(name)).toMatchObject({ Status: 'ike_sa_not_established' })
  running.advance(2)
  expect(await shown(name)).toMatchObject({ Status: up })
})

test('a tunnel that is up drops for a change of its settings, and comes back with a device that follows', async () => {
  const name = 'cambridge-dc'
  expect(statuses(name)).toEqual([up, up])
  const TunnelOptionsSpecification = [{ TunnelIndex: 2, TunnelIkeConfig: { Psk: 'a-new-key' } }]
  await modify(name, { TunnelOptionsSpecification })
  expect(statuses(name)).toEqual([up, up])
  running.advance(2)
  expect(statuses(name)).toEqual([up, 'ike_sa_not_established'])
  expect(sessions(name)).toEqual(['success', 'failed'])
  running.advance(10)
  expect(statuses(name)).toEqual([up, up])
  expect(sessions(name)).toEqual(['success', 'success'])
  const text = await log(name, 2)
  expect(text).toMatch(/deleting IKE_SA[\s\S]*CHILD_SA vco\{1\} established/)
  expect(text).not.toContain('a-new-key')
})

test.each<[string, Request]>([
  ['a name', { Name: 'other' }],
  ['DPD', { EnableDpd: false }],
  ['a health check', { HealthCheckConfig: '{"Interval":10}' }],
  ['EffectImmediately switched off', { EffectImmediately: false }],
])('%s changes without a drop', async (_, request) => {
  const { id } = named('munich-hq')
  await modify('munich-hq', request)
  running.advance(2)
  const tunnel = running.emulator.state.connections.get(id)?.tunnels[0]
  expect(tunnel).toMatchObject({ Status: up, BgpStatus: 'success' })
})

test('a tunnel whose device nobody described comes back too, with its session, routes and health', async () => {
  const name = 'munich-hq'
  const before = named(name)
  await modify(name, { IkeConfig: '{"IkeEncAlg":"aes192"}' })
  running.advance(2)
  expect(named(name)).toMatchObject({
    tunnels: [{ Status: 'ike_sa_not_established', BgpStatus: 'failed' }],
    health: { Status: 'failed' },
  })
  running.advance(10)
  expect(named(name)).toMatchObject({
    tunnels: [{ Status: up, BgpStatus: 'success', learned: before.tunnels[0]?.learned }],
    health: { Status: 'success' },
  })
})

test('two changes in a row end in one tunnel that is up', async () => {
  const name = 'munich-hq'
  await modify(name, { IkeConfig: '{"IkeEncAlg":"aes192"}' })
  running.advance(2)
  await modify(name, { IkeConfig: '{"IkeEncAlg":"aes"}' })
  running.advance(30)
  expect(named(name).tunnels).toMatchObject([{ Status: up, BgpStatus: 'success' }])
})

test('other BGP settings restart the session and leave the tunnel', async () => {
  const name = 'munich-hq'
  await modify(name, { BgpConfig: '{"LocalAsn":"65500"}' })
  running.advance(2)
  expect(named(name).tunnels).toMatchObject([{ Status: up, BgpStatus: 'failed' }])
  running.advance(10)
  expect(named(name).tunnels).toMatchObject([{ Status: up, BgpStatus: 'success' }])
})

test('EffectImmediately off and on again renegotiates', async () => {
  const name = 'cambridge-dc'
  await modify(name, { EffectImmediately: true })
  running.advance(2)
  expect(statuses(name)).toEqual(['ike_sa_not_established', 'ike_sa_not_established'])
  running.advance(5)
  await modify(name, { EffectImmediately: false })
  running.advance(2)
  expect(statuses(name)).toEqual([up, up])
})

test.each([
  ['is noticed within three minutes with DPD', true, 170, 'DpdTimeout', /remote seems to be dead/],
  [
    'shows when the keys expire without',
    false,
    86_401,
    'Phase1NegotiationTimeout',
    /peer not responding/,
  ],
])('a device that leaves %s', async (_, EnableDpd, seconds, code, words) => {
  const name = 'cambridge-dc'
  await modify(name, {
    TunnelOptionsSpecification: [{ TunnelIndex: 1, EnableDpd }],
  })
  running.advance(20)
  const gateway = named(name).tunnels[0]?.CustomerGatewayId
  await running.control(`/devices/${gateway}`, { answers: false })
  running.advance(100)
  expect(statuses(name)).toEqual([up, up])
  running.advance(seconds - 100)
  expect(statuses(name)).toEqual(['ike_sa_not_established', up])
  running.advance(EnableDpd ? 1 : 200)
  expect(await finding(name)).toMatchObject({ FailedReasonCode: code })
  expect(await log(name)).toMatch(words)
  await running.control(`/devices/${gateway}`, { answers: true })
  running.advance(20)
  expect(statuses(name)).toEqual([up, up])
})

test('a new connection to a described device comes up by itself, one to another waits', async () => {
  const fresh = await start()
  const { TransitRouterId } = await buildNetwork(fresh)
  const waiting = connect(fresh, 'waiting')
  await attach(fresh, TransitRouterId, waiting)
  fresh.advance(60)
  const status = (id: string) => fresh.emulator.state.connections.get(id)?.tunnels[0]?.Status
  expect(status(waiting.id)).toBe('ike_sa_not_established')
  const answered = connect(fresh, 'answered')
  const gateway = answered.tunnels[0]?.CustomerGatewayId ?? ''
  await fresh.control(`/devices/${gateway}`, {})
  await attach(fresh, TransitRouterId, answered)
  expect(status(answered.id)).toBe(up)
  expect(answered.RegionId).toBe(region)
  await fresh.close()
})

test('detached and attached again, a tunnel begins with an empty log', async () => {
  const name = 'leeds-warehouse'
  await modify(name, { IkeConfig: '{"Psk":"leeds-device-key"}' })
  running.advance(20)
  const attachment = running.emulator.state.attachments.first(
    ({ ResourceId }) => ResourceId === named(name).id,
  )
  await running.main.cbn('DeleteTransitRouterVpnAttachment', {
    TransitRouterAttachmentId: attachment?.id,
    Force: true,
  })
  running.advance(20)
  expect(named(name)).toMatchObject({ State: 'active', tunnels: [{ InternetIp: '' }] })
  expect(await log(name)).toBe('')
  expect(running.emulator.state.tunnelHistories.get(`${named(name).id}/1`)).toBeUndefined()
})
