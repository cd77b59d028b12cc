import { type Stats, chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps the folder from everyone but its owner, what stands in it too. Does nothing when it is missing or another user's. */
export function hideFolder(path: string): void {
  if (isOurs(statSync(path, { throwIfNoEntry: false }))) chmodSync(path, 0o700)
}

/** Keeps the files right in the folder from everyone but their owner, also those that were written before. */
export function hideFiles(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile() && isOurs(statSync(path))) chmodSync(path, 0o600)
  }
}

const isOurs = (stats: Stats | undefined): boolean => stats?.uid === process.getuid?.()
