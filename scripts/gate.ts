import { readFileSync } from 'node:fs'

import { compressFiles, Files } from '@/gate/files'
import { knownPaths } from '@/gate/routes'
import { Gate } from '@/gate/server'
import { blockList, type Environment, isLoopback } from '@/lib/process/environment'
import { BUILD_FOLDER } from '@/scripts/build'

/**
 * Opens the gate on `HOST` and `PORT`, in front of Next on a port of this machine.
 * @throws when the port is taken or a file of TLS cannot be read.
 */
export async function openGate(
  env: Environment,
  hosts: readonly string[],
  next: { port: number; secret: string },
  development: boolean,
): Promise<Gate> {
  const tls = readTls(env)
  if (!development) await compressFiles(`${BUILD_FOLDER}/static`)
  const gate = new Gate({
    next,
    hosts,
    trustedProxies: blockList(env.TRUSTED_PROXY),
    onlyProxies: !isLoopback(env.HOST) && !tls,
    development,
    ...(tls && { tls }),
    ...(!development && {
      files: new Files({
        '/_next/static/': { path: `${BUILD_FOLDER}/static`, isHashed: true },
        '/': { path: 'public', isHashed: false },
      }),
      isKnown: knownPaths(BUILD_FOLDER),
    }),
  })
  await gate.listen(env.PORT, env.HOST)
  return gate
}

function readTls({ TLS_CERT, TLS_KEY }: Environment): { cert: Buffer; key: Buffer } | undefined {
  if (!TLS_CERT || !TLS_KEY) return undefined
  return { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }
}
