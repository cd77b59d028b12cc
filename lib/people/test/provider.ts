import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import Provider from 'oidc-provider'

/** Somebody whom the provider knows, by what it says of them. */
interface Known {
  email?: string
  email_verified?: boolean
  name?: string
  groups?: string[]
}

type Claims = Record<string, unknown>

const CLIENT = { id: 'console', secret: 'a secret of the console and the provider' }

/** A real OpenID provider on loopback that asks nobody for a password: whoever comes is who the test says. */
export async function startProvider() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const rig = {
    issuer,
    client: CLIENT,
    /** Who comes, by their subject. */
    who: '',
    known: {} as Record<string, Known>,
    /** Where the console may be. */
    consoles: [] as string[],
    /** What is said of them instead, under the provider's own key; or another one. */
    forge: undefined as ((claims: Claims) => Claims) | undefined,
    forgeKey: undefined as typeof privateKey | undefined,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: ['http://localhost:3000/sign-in/callback'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', kid: 'own' }] },
    cookies: { keys: ['the keys of its cookies'] },
    claims: { email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...rig.known[sub] }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  // Where the consoles of a browser test listen is known only later.
  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    uri === 'http://localhost:3000/sign-in/callback' ||
    rig.consoles.some((origin) => uri === `${origin}/sign-in/callback`)
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      return void provider.interactionFinished(request, response, {
        login: { accountId: rig.who },
      })
    if (request.url === '/token' && rig.forge) forging(response, rig.forge)
    return void handle(request, response)
  })

  /** Signs what the test says instead of what the provider would. */
  function forging(response: ServerResponse, forge: (claims: Claims) => Claims): void {
    const end = response.end.bind(response)
    response.end = ((body: unknown) => {
      const answer = JSON.parse(String(body)) as { id_token?: string }
      const [head = '', said = ''] = answer.id_token?.split('.') ?? []
      const claims = JSON.parse(Buffer.from(said, 'base64url').toString()) as Claims
      const text = `${head}.${Buffer.from(JSON.stringify(forge(claims))).toString('base64url')}`
      const signature = createSign('RSA-SHA256')
        .update(text)
        .sign(rig.forgeKey ?? privateKey)
      const whole = JSON.stringify({
        ...answer,
        id_token: `${text}.${signature.toString('base64url')}`,
      })
      response.setHeader('content-length', Buffer.byteLength(whole))
      return end(whole)
    }) as typeof response.end
  }
  return rig
}
