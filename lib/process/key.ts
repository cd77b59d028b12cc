import 'server-only'
import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { env } from '@/lib/process/env'
import { once } from '@/lib/request/once'

/** `OPERATION_KEY`, which several replicas share, else a file beside the data that only we can read. */
export const operationKey = () =>
  once('operation key', () => {
    if (env.OPERATION_KEY) return Buffer.from(env.OPERATION_KEY, 'base64')
    const path = join(env.DATA_DIR, 'operation.key')
    mkdirSync(env.DATA_DIR, { recursive: true })
    try {
      writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    return readFileSync(path)
  })

/** A key of its own for another purpose, from the same secret: what one signs says nothing of what the other seals. */
export const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', operationKey(), '', purpose, 32))
