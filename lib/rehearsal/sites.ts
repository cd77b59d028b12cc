import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import 'server-only'

import { env } from '@/lib/process/env'
import {
  type Breakage,
  type PingResult,
  pingResult,
  type RehearsalSite,
  siteList,
} from '@/lib/rehearsal/schema'

/** Whether the emulator has real gateways behind what is attached: `npm run rehearse`. */
export const isRehearsing = (): boolean =>
  env.CLOUD === 'emulator' && env.EMULATOR_GATEWAYS === 'real'

/** The sites that run now. */
export async function listSites(): Promise<RehearsalSite[]> {
  const answer = siteList.safeParse(await steer('GET', '/sites'))
  return answer.success ? answer.data.sites : []
}

/** Breaks one thing at a site, or mends it. False when it could not be done. */
export const breakSite = async (connectionId: string, what: Breakage | undefined) =>
  (await steer('POST', `/sites/${connectionId}/break`, what ? { what } : {})) !== undefined

/** Pings between a host of a site and one of a VPC. */
export async function pingSite(connectionId: string): Promise<PingResult> {
  const answer = pingResult.safeParse(await steer('POST', `/sites/${connectionId}/ping`, {}))
  return answer.success ? answer.data.hosts : []
}

/** Asks over the socket in the data folder; undefined when nobody answers, or with a refusal. */
function steer(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  if (!isRehearsing()) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const socketPath = join(env.DATA_DIR, 'rehearsal.sock')
    const headers = { 'content-type': 'application/json' }
    const call = request({ socketPath, method, path, headers, timeout: 30_000 }, (answer) => {
      void text(answer).then((said) =>
        resolve(answer.statusCode === 200 ? JSON.parse(said) : undefined),
      )
    })
    call.on('error', () => resolve(undefined))
    call.on('timeout', () => call.destroy())
    call.end(body && JSON.stringify(body))
  })
}
