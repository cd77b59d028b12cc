import 'server-only'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'

import { AccessError } from '@/lib/failure/errors'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

/** Seconds to wait for an answer of the provider. */
const PATIENCE = 10
/** Seconds within which somebody has to have signed in at the provider to be proved present. */
const FRESH = 60

/** What only the browser that began a sign-in and the console know of it. */
export const trip = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type Trip = z.infer<typeof trip>

/** What the provider says of somebody, as far as it is asked. */
const claims = z.looseObject({
  iss: z.string().max(500),
  sub: z.string().max(500),
  email: z.string().max(300).optional(),
  email_verified: z.unknown().optional(),
  name: z.string().max(300).optional(),
  auth_time: z.number().optional(),
})
export type Claims = z.infer<typeof claims>

const known = () => once('provider', (): { of?: Configuration } => ({}))

/** The provider as it describes itself, read once it is needed. */
async function provider(): Promise<Configuration> {
  const kept = known()
  const issuer = new URL(env.OIDC_ISSUER ?? '')
  const secret = env.OIDC_CLIENT_SECRET ?? ''
  kept.of ??= await discovery(
    issuer,
    env.OIDC_CLIENT_ID ?? '',
    undefined,
    env.OIDC_CLIENT_AUTH === 'post' ? ClientSecretPost(secret) : ClientSecretBasic(secret),
    {
      timeout: PATIENCE,
      execute: [
        // The signature of what comes from the provider itself, too.
        enableNonRepudiationChecks,
        // The environment lets only one on this machine be without TLS.
        ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
    },
  )
  return kept.of
}

/** Where the provider sends people back to. */
const callback = (origin: string) => `${origin}${routes.signInCallback()}`

/**
 * Where a browser goes to sign in, and what it has to bring back. `anew`: also when it is signed in there already.
 * @throws AccessError `ProviderAway`
 */
export async function beginTrip(
  origin: string,
  { anew, email }: { anew: boolean; email?: string | undefined },
): Promise<{ address: string; trip: Trip }> {
  const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const config = await provider().catch(away)
  const address = buildAuthorizationUrl(config, {
    redirect_uri: callback(origin),
    scope: env.OIDC_SCOPE,
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    ...(anew && { prompt: 'login', max_age: String(FRESH) }),
    ...(email && { login_hint: email }),
  })
  return { address: address.href, trip: begun }
}

/**
 * Who came back, by what the provider says to the console itself: issuer, audience, signature, time, state, nonce and
 * PKCE are checked. `anew`: who signed in there a moment ago.
 * @throws AccessError `SignInRefused`, or `ProviderAway`
 */
export async function endTrip(
  origin: string,
  query: string,
  { trip: { state, nonce, verifier }, anew }: { trip: Trip; anew: boolean },
): Promise<Claims> {
  const config = await provider().catch(away)
  try {
    const tokens = await authorizationCodeGrant(config, new URL(`${callback(origin)}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      ...(anew && { maxAge: FRESH }),
    })
    const said = tokens.claims()
    const more = config.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(config, tokens.access_token, said?.sub ?? '')
      : {}
    return claims.parse({ ...more, ...said })
  } catch (error) {
    throw refused(error)
  }
}

/** The provider's own words reach no reader and no log: its code is a constant of the library. */
function refused(error: unknown): AccessError {
  const code = codeOf(error)
  log.warn({ code }, 'a sign-in by OIDC was refused')
  return new AccessError(/TIMEOUT|^fetch failed$/.test(code) ? 'ProviderAway' : 'SignInRefused')
}

function away(error: unknown): never {
  log.error({ code: codeOf(error) }, 'the OIDC provider did not answer as one')
  throw new AccessError('ProviderAway')
}

const codeOf = (error: unknown): string => {
  const { code, message = '' } = error instanceof Error ? (error as Error & { code?: unknown }) : {}
  if (typeof code === 'string' && /^[A-Z_]{1,80}$/.test(code)) return code
  return message === 'fetch failed' ? message : 'UNKNOWN'
}
