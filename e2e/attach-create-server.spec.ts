import { randomUUID } from 'node:crypto'

import { expect, type Request } from '@playwright/test'

import { choose, group, send } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'

type Values = Record<string, unknown>

/** The field errors of an action's answer, which is a stream of rows `1:{"ok":…}`. */
function fieldErrors(answer: string): Values {
  const row = answer.split('\n').find((line) => /^\w+:\{"ok":/.test(line)) ?? ':{}'
  const result = JSON.parse(row.slice(row.indexOf(':') + 1)) as { fieldErrors?: Values }
  return result.fieldErrors ?? {}
}

/** Sets the value at a path of the posted form. */
function set(values: Values, path: string, value: unknown): Values {
  const copy = structuredClone(values)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const at = keys.reduce<Values>((from, key) => from[key] as Values, copy)
  at[last] = value
  return copy
}

const GARBAGE: Record<string, unknown[]> = {
  'connection.tunnels.0.psk': ['two words', 'k'.repeat(101), 7, null],
  'connection.tunnels.0.customerGatewayId': ['', 'cgw-of-nobody', ['a']],
  'connection.tunnels.0.ike.ikeVersion': ['ikev3', 2],
  'connection.tunnels.0.ike.ikeLifetime': ['1e3', '-1', '86401', 3600],
  'connection.routingMode': ['both', {}],
  'connection.enableBgp': ['yes'],
  transitRouterAttachmentName: ['evil\u0007', 'n'.repeat(10_000), 'http://name'],
  'resource.kind': ['steal'],
  'owner.kind': ['nobody'],
  zoneId: ['', {}],
}

test('answers garbage posted straight to the action with an error at its field', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  await choose(group(page, 'Basic settings'), 'Customer Gateway', world.gateway.name)
  const isAction = (request: Request) => request.headers()['next-action'] !== undefined
  const [first] = await Promise.all([page.waitForRequest(isAction), send(page)])
  const [values] = JSON.parse(first.postData() ?? '[]') as [Values]
  expect(values).toMatchObject({ cenId: world.cenId })
  const headers = Object.fromEntries(
    Object.entries(first.headers()).filter(([name]) => /^(next-|accept$|content-type$)/.test(name)),
  )

  for (const [path, wrong] of Object.entries(GARBAGE))
    for (const value of wrong) {
      const body = JSON.stringify([set({ ...values, operationId: randomUUID() }, path, value)])
      const answer = await page.evaluate(
        async ([url, init]) => {
          const response = await fetch(url, init)
          return { status: response.status, text: await response.text() }
        },
        [world.path, { method: 'POST', headers, body }] as const,
      )
      const what = `${path} = ${JSON.stringify(value).slice(0, 40)}`
      expect(answer.status, what).toBe(200)
      expect(Object.keys(fieldErrors(answer.text)), what).toContainEqual(
        expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}`)),
      )
    }
})
