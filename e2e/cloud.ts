import * as core from '@alicloud/openapi-core'
import * as $dara from '@darabonba/typescript'

import { EMULATOR_PORT } from '@/e2e/ports'

const ENDPOINT = `127.0.0.1:${EMULATOR_PORT}`

// Node hands over a CommonJS module whole as its default import.
const { default: OpenApi, $OpenApiUtil } =
  'default' in core.default ? (core.default as unknown as typeof core) : core

export type Answer = Record<string, unknown>
type Values = Record<string, string | number | boolean>

const VERSIONS = { cen: '2017-09-12', vpc: '2016-04-28' }

/** Calls the emulated cloud by wire names, signed by the official SDK's core. */
export async function call(
  product: keyof typeof VERSIONS,
  action: string,
  query: Values,
  account: 'main' | 'partner' = 'main',
): Promise<Answer> {
  const client = new OpenApi(
    new $OpenApiUtil.Config({
      accessKeyId: `emulator-${account}`,
      accessKeySecret: `emulator-${account}-secret`,
      endpoint: ENDPOINT,
      protocol: 'HTTP',
      regionId: 'eu-central-1',
    }),
  )
  const answer = await client.callApi(
    new $OpenApiUtil.Params({
      action,
      version: VERSIONS[product],
      protocol: 'HTTP',
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    }),
    new $OpenApiUtil.OpenApiRequest({
      query: Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, String(value)]),
      ),
    }),
    new $dara.RuntimeOptions({}),
  )
  // callApi gives headers, statusCode and the parsed body.
  return answer['body'] as Answer
}

/** The items of a list in an answer, whose path is given: `Cens.Cen`. */
export const items = (answer: Answer, path: string): Answer[] =>
  path.split('.').reduce<unknown>((at, key) => (at as Answer)[key], answer) as Answer[]

/** Asks until the answer is as wanted; the test's own timeout ends it. */
export async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) await new Promise((later) => setTimeout(later, 50))
}

/** Lets something go wrong in the emulated cloud; see its README for what can. */
export async function fault(what: object): Promise<void> {
  const address = `http://${ENDPOINT}/_emulator/faults`
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(what) })
  if (!answer.ok) throw new Error(await answer.text())
}

/** What the emulated router tells the network behind an attachment, as the router itself sees it. */
export async function advertisedTo(attachmentId: string): Promise<string[]> {
  const address = `http://${ENDPOINT}/_emulator/advertised?attachment=${attachmentId}`
  const { routes } = (await (await fetch(address)).json()) as { routes: { destination: string }[] }
  return routes.map(({ destination }) => destination)
}

/** Steers the emulated world behind the API's back, for what no call can do. */
export async function steer(path: string, change: object): Promise<void> {
  const answer = await fetch(`http://${ENDPOINT}/_emulator/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** What the emulated cloud remembers of the calls it got, as it tells it. */
export async function callLog(): Promise<string> {
  return (await fetch(`http://${ENDPOINT}/_emulator/calls`)).text()
}
