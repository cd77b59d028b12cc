import 'server-only'
import type Credential from '@alicloud/credentials'

import { local } from '@/lib/cloud/failure'
import { CloudError } from '@/lib/failure/errors'
import { env } from '@/lib/process/env'
import type { Access } from '@/lib/request/access'

const known = new Map<string, Promise<Credential>>()

/**
 * The credentials of a profile, kept so that temporary ones are renewed and not fetched per call.
 * @throws CloudError `InvalidCredentials`, refused: nothing is sent.
 */
export async function credentialOf({ profile }: Access): Promise<Credential> {
  const credential = known.get(profile) ?? load(profile)
  known.set(profile, credential)
  try {
    await (await credential).getCredential()
    return await credential
  } catch {
    known.delete(profile)
    throw new CloudError(local('InvalidCredentials', 'refused'))
  }
}

async function load(profile: string): Promise<Credential> {
  const loaded = await import('@alicloud/credentials')
  // Node hands over a CommonJS module whole as its default import, a bundler its default export.
  const sdk = 'default' in loaded.default ? (loaded.default as unknown as typeof loaded) : loaded
  if (env.CLOUD === 'emulator')
    return new sdk.default(
      new sdk.Config({
        type: 'access_key',
        accessKeyId: `emulator-${profile}`,
        accessKeySecret: `emulator-${profile}-secret`,
      }),
    )
  if (profile === 'default') return new sdk.default()
  // Alibaba: profiles live in the CLI's config.json, or in the shared credentials file.
  const cli = sdk.CLIProfileCredentialsProvider.builder().withProfileName(profile).build()
  const shared = sdk.ProfileCredentialsProvider.builder().withProfileName(profile).build()
  return new sdk.default(null, {
    getProviderName: () => 'profile',
    getCredentials: () => cli.getCredentials().catch(() => shared.getCredentials()),
  })
}
