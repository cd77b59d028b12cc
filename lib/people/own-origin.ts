import 'server-only'
import { isIP } from 'node:net'

import { headers } from 'next/headers'

import { isTls } from '@/lib/preferences/cookies'

/** How this request reached the console: by a host that the gate found among those that are served, and its own word on TLS. */
export const ownOrigin = async (): Promise<string> =>
  `${(await isTls()) ? 'https' : 'http'}://${(await headers()).get('host') ?? ''}`

/** Whom a passkey is for; its host is the "RP ID" of WebAuthn. */
export interface RelyingParty {
  host: string
  origin: string
}

/** The console, under the name by which this request reached it. Under an address it is none: WebAuthn knows names only. */
export async function relyingParty(): Promise<RelyingParty | undefined> {
  const { hostname, origin } = new URL(await ownOrigin())
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  return isAddress ? undefined : { host: hostname, origin }
}
