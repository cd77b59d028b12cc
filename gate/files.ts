import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { ASSET_HEADERS } from '@/lib/request/security-headers'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = new Set(['.css', '.js', '.json', '.svg', '.txt'])

/** How an encoding is made, best first; its name for HTTP and as the end of a file's name. */
const ENCODINGS = [
  {
    name: 'br',
    end: '.br',
    make: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [constants.BROTLI_PARAM_LGWIN]: 24,
        },
      }),
  },
  { name: 'gzip', end: '.gz', make: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
] as const
const isCompressed = (path: string) => ENCODINGS.some(({ end }) => path.endsWith(end))

/** A folder of files, and whether a file's content is part of its name. */
export interface Folder {
  path: string
  isHashed: boolean
}

interface File {
  cacheControl: string
  type: string
  etag: string
  bodies: Map<string, Buffer>
}

/** Compresses each text file below a folder once, beside it. */
export async function compressFiles(folder: string): Promise<void> {
  for (const path of filesIn(folder)) {
    if (isCompressed(path) || !COMPRESSIBLE.has(extname(path))) continue
    for (const { end, make } of ENCODINGS)
      if (!existsSync(path + end)) writeFileSync(path + end, await make(readFileSync(path)))
  }
}

/** The files of a build by their path in a URL, read once and kept. */
export class Files {
  readonly #files = new Map<string, File>()

  /** `folders` maps the beginning of a URL's path to the folder that answers it. */
  constructor(folders: Record<string, Folder>) {
    for (const [at, folder] of Object.entries(folders))
      for (const path of filesIn(folder.path))
        if (!isCompressed(path))
          this.#files.set(
            at + relative(folder.path, path).split(sep).join('/'),
            read(path, folder.isHashed),
          )
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** Answers with a file that is there. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): void {
    const file = this.#files.get(path)
    if (!file) throw new Error('There is no such file.')
    const encoding = chosenEncoding(file, request.headers['accept-encoding'])
    const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`
    const headers = {
      ...ASSET_HEADERS,
      etag,
      'cache-control': file.cacheControl,
      ...(file.bodies.size > 1 && { vary: 'accept-encoding' }),
    }
    if (matches(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end()
      return
    }
    const body = file.bodies.get(encoding) ?? Buffer.of()
    response.writeHead(200, {
      ...headers,
      'content-type': file.type,
      'content-length': body.length,
      ...(encoding && { 'content-encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

function read(path: string, isHashed: boolean): File {
  const bytes = readFileSync(path)
  const bodies = new Map([['', bytes]])
  for (const { name, end } of ENCODINGS)
    if (existsSync(path + end)) bodies.set(name, readFileSync(path + end))
  return {
    cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 16),
    bodies,
  }
}

/** The best encoding that is there and that the browser takes; empty for none. */
function chosenEncoding({ bodies }: File, accepted: string | string[] | undefined): string {
  const words = String(accepted ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
  const takes = (name: string) =>
    words.some(
      (word) => word === name || (word.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(word)),
    )
  return ENCODINGS.find(({ name }) => bodies.has(name) && takes(name))?.name ?? ''
}

const matches = (sent: string | undefined, etag: string): boolean =>
  sent !== undefined &&
  sent.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() ? [path] : []
  })
}
