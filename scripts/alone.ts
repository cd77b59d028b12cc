import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Waits until no other process that asked for this runs in the same checkout, then keeps it to itself until it ends:
 * two builds in one folder break each other. A socket tells who lives, also after a kill.
 */
export async function aloneInCheckout(onWait: () => void): Promise<void> {
  const name = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12)
  const path = join(tmpdir(), `cen-vpn-check-${name}.sock`)
  let hasWaited = false
  const wait = () => {
    if (!hasWaited) onWait()
    hasWaited = true
  }
  while (!(await listensOn(path))) {
    if (!(await outlived(path, wait))) rmSync(path, { force: true })
  }
}

function listensOn(path: string): Promise<boolean> {
  const server = createServer((waiting) => waiting.on('error', () => undefined).unref()).unref()
  return new Promise((resolve, reject) => {
    const taken = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
    server.once('error', taken).listen(path, () => resolve(true))
  })
}

/** Waits for the end of the one who listens; whether there was one. */
function outlived(path: string, onWait: () => void): Promise<boolean> {
  const socket = connect(path)
    .once('connect', onWait)
    .on('error', () => undefined)
  return new Promise((resolve) => socket.once('close', (failed) => resolve(!failed)).resume())
}
