import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const SECRET = 'a-secret-of-the-webhook'
const posted: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = []
let answer = 200
const hook = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    posted.push({ url: request.url, headers: request.headers, body })
    response.writeHead(answer, { location: '/elsewhere' }).end()
  })
})
await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(1)
})
process.env['ALERT_WEBHOOK'] = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
process.env['ALERT_WEBHOOK_SECRET'] = SECRET

const { emulator } = rig
const { db, engineDb } = await import('@/lib/db/pool')
const { forgetHistory, lookAt, watchDue } = await import('@/lib/history/watch')
const { postDue } = await import('@/lib/history/webhook')
const { readHistory } = await import('@/lib/history/read')
const { listIpsecConnections, modifyIpsecConnection, deleteIpsecConnection } =
  await import('@/lib/ipsec-connections/cloud')

const access = { profile: 'main' }
const regionId = 'eu-west-1'

beforeEach(async () => {
  await emulator.reset()
  for (const table of ['watched_region', 'observation', 'history_change'])
    await db().execute(sql`delete from ${sql.identifier(table)}`)
  posted.length = 0
  answer = 200
})
afterAll(async () => {
  hook.close()
  await Promise.all([db().$client.end(), engineDb().$client.end()])
  await Promise.all([rig.emulator.stop(), rig.database.stop()])
})

async function connection(name: string, region = regionId) {
  const all = await listIpsecConnections(access, { regionId: region })
  const found = all.find((each) => each.name === name)!
  return { at: { regionId: region, vpnConnectionId: found.vpnConnectionId }, found }
}

const historyOf = async (vpnConnectionId: string) =>
  readHistory(access, {
    regionId,
    vpnConnectionId,
    from: new Date(Date.now() - 3_600_000).toISOString(),
    until: new Date(Date.now() + 3_600_000).toISOString(),
  })

const seen = async (vpnConnectionId: string) =>
  (await historyOf(vpnConnectionId)).changes.map(({ what, from, to }) => `${what} ${from} ${to}`)

/** The device of tunnel 2 of cambridge-dc goes away, and the cloud notices. */
async function lose() {
  const { at, found } = await connection('cambridge-dc')
  const { customerGatewayId } = found.tunnels[1]!
  await emulator.device(customerGatewayId, { answers: false })
  await emulator.advance(400_000)
  return { ...at, customerGatewayId }
}

test('the first look tells nothing, a later one each change of light with its cause, and of settings', async () => {
  await lookAt(access, regionId)
  const { vpnConnectionId, customerGatewayId } = await lose()
  expect(await seen(vpnConnectionId)).toEqual([])
  await lookAt(access, regionId)
  const lost = await historyOf(vpnConnectionId)
  expect(lost.isWatched).toBe(true)
  expect(lost.changes.map(({ what, to, cause }) => [what, to, cause])).toEqual(
    expect.arrayContaining([
      ['tunnel:2', 'down', expect.stringMatching(/\w/)],
      ['bgp:2', 'down', undefined],
    ]),
  )
  await emulator.device(customerGatewayId, { answers: true })
  await emulator.advance(60_000)
  await modifyIpsecConnection(
    access,
    { regionId, vpnConnectionId },
    { name: 'renamed' },
    {
      clientToken: randomUUID(),
    },
  )
  await lookAt(access, regionId)
  expect(await seen(vpnConnectionId)).toEqual(
    expect.arrayContaining(['tunnel:2 down up', 'setting:name cambridge-dc renamed']),
  )
})

test('two watchers at once write each change once', async () => {
  await lookAt(access, regionId)
  const { vpnConnectionId } = await lose()
  await Promise.all([lookAt(access, regionId), lookAt(access, regionId), lookAt(access, regionId)])
  const changes = await seen(vpnConnectionId)
  expect(changes).toContain('tunnel:2 up down')
  expect(new Set(changes).size).toBe(changes.length)
})

test('of several processes one takes the look that is due, and the next is taken when it is due', async () => {
  const reads = async () =>
    (await emulator.calls()).filter(({ action }) => action === 'DescribeVpnConnections').length
  await Promise.all([watchDue(), watchDue(), watchDue()])
  const first = await reads()
  expect(first).toBeGreaterThan(0)
  await watchDue()
  expect(await reads()).toBe(first)
  await db().execute(sql`update watched_region set next_at = now()`)
  await watchDue()
  expect(await reads()).toBe(first * 2)
})

test('what was not seen while nobody watched is told', async () => {
  await lookAt(access, regionId)
  const { vpnConnectionId } = await lose()
  await db().execute(sql`
    update observation set read_at = now() - interval '1 hour'`)
  await db().execute(sql`update watched_region set read_at = now() - interval '1 hour'`)
  await lookAt(access, regionId)
  expect(await seen(vpnConnectionId)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^unseen /), 'tunnel:2 up down']),
  )
})

test('a process whose clock is wrong still counts, and what is older than 90 days is forgotten', async () => {
  await lookAt(access, regionId)
  const { vpnConnectionId } = await lose()
  const late = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 7_200_000)
  await lookAt(access, regionId)
  late.mockRestore()
  expect(await seen(vpnConnectionId)).toContain('tunnel:2 up down')
  const kept = async (days: number) => {
    await db().execute(sql`
      update history_change set at = now() - ${days} * interval '1 day'`)
    await forgetHistory()
    return (await db().execute(sql`select 1 from history_change`)).rows.length
  }
  expect(await kept(89)).toBeGreaterThan(0)
  expect(await kept(91)).toBe(0)
})

test('a connection that was deleted is gone once, and the others stay', async () => {
  const frankfurt = 'eu-central-1'
  const { at } = await connection('cologne-attempt', frankfurt)
  await lookAt(access, frankfurt)
  await deleteIpsecConnection(access, at, { clientToken: randomUUID() })
  await lookAt(access, frankfurt)
  await lookAt(access, frankfurt)
  expect(await seen(at.vpnConnectionId)).toEqual(['connection there gone'])
})

test('metrics tell each tunnel by name, the changes, and the calls to the cloud by outcome', async () => {
  const { allMetrics } = await import('@/lib/metrics/states')
  await lookAt(access, regionId)
  const { vpnConnectionId } = await lose()
  await lookAt(access, regionId)
  const text = await allMetrics()
  const labels = `account="main",region="${regionId}",connection="${vpnConnectionId}",name="cambridge-dc"`
  expect(text).toContain(`cen_vpn_tunnel_up{${labels},tunnel="1"} 1`)
  expect(text).toContain(`cen_vpn_tunnel_up{${labels},tunnel="2"} 0`)
  expect(text).toContain(`cen_vpn_attached{${labels}} 1`)
  expect(text).toMatch(/cen_vpn_changes_total\{what="tunnel:2",to="down"\} \d/)
  expect(text).toMatch(
    /cen_vpn_cloud_calls_total\{action="DescribeVpnConnections",outcome="accepted"\} \d/,
  )
  expect(text).toMatch(/cen_vpn_watched_timestamp_seconds\{region="eu-west-1"\} \d/)
})

test('each change is posted once, signed, without a key; what is refused is posted again later', async () => {
  await lookAt(access, regionId)
  const { vpnConnectionId } = await lose()
  await lookAt(access, regionId)
  answer = 503
  await postDue()
  expect(posted).toHaveLength(1)
  answer = 200
  await postDue()
  const due = () => db().execute(sql`update history_change set due_at = now() where due_at > now()`)
  await due()
  await postDue()
  await due()
  await postDue()
  const bodies = posted.slice(1).map(({ body }) => JSON.parse(body) as Record<string, unknown>)
  expect(bodies.filter(({ what }) => what === 'tunnel:2')).toMatchObject([
    { vpnConnectionId, name: 'cambridge-dc', from: 'up', to: 'down' },
  ])
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(bodies.length)
  for (const { headers, body } of posted) {
    const digest = createHmac('sha256', SECRET).update(body).digest('hex')
    expect(headers['x-signature-256']).toBe(`sha256=${digest}`)
    expect(body).not.toMatch(/psk|key-/i)
  }
})

test('a webhook leads nowhere else: what redirects has not taken the change', async () => {
  await lookAt(access, regionId)
  await lose()
  await lookAt(access, regionId)
  for (const status of [301, 302, 303, 307, 308]) {
    answer = status
    await db().execute(sql`update history_change set due_at = now() where due_at is not null`)
    await postDue()
  }
  expect(posted.map(({ url }) => url)).toEqual(Array(5).fill('/hook'))
  const untaken = await db().execute(
    sql`select count(*)::int as count from history_change where due_at is null`,
  )
  expect(untaken.rows).toEqual([{ count: 0 }])
})

test('of a time that is over the lights are those of its end, whatever came after it', async () => {
  await lookAt(access, regionId)
  const { vpnConnectionId } = await lose()
  const { found } = await connection('cambridge-dc')
  expect(found.vpnConnectionId).toBe(vpnConnectionId)
  await lookAt(access, regionId)
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  const flaps = ['up', 'down', 'up', 'down']
  for (const [hour, to] of flaps.entries())
    await db()
      .execute(sql`insert into history_change (profile, region_id, vpn_connection_id, name, what, "from", "to", after, at)
      values ('main', ${regionId}, ${vpnConnectionId}, 'x', 'tunnel:2', ${to === 'up' ? 'down' : 'up'}, ${to}, ${at(hour + 1)}, ${at(hour + 1)})`)
  for (const [hour, to] of flaps.entries()) {
    const { lights } = await readHistory(access, {
      regionId,
      vpnConnectionId,
      from: at(-1).toISOString(),
      until: at(hour + 1.5).toISOString(),
    })
    expect(lights['tunnel:2']).toBe(to)
  }
})
