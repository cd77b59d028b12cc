import type { IncomingMessage } from 'node:http'

/** Thrown by `readBody`: there was more than the limit. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/**
 * Reads a body to its end, at most `limit` bytes, before Next hears of the request: a slow one takes no place there.
 * The server's own deadline ends one that does not come to an end. @throws TooLarge, or when the sender leaves.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limit) reject(new TooLarge())
      else chunks.push(chunk)
    })
    request.once('end', resolve)
    request.once('error', reject)
    request.once('close', () => reject(new Error('The sender left.')))
  })
  return Buffer.concat(chunks)
}
