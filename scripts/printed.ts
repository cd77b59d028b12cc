import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** What cannot be seen, or steers a terminal; in JSON each has this spelling. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const escaped = (text: string) =>
  text.replace(UNSEEN, (mark) => mark.split('').map(spelled).join(''))
const spelled = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** How `next dev` names its own port. */
const ADDRESS = /^\W*(Local|Network): +http/

/** Lines kept until it is known whether they are needed. */
const MOST_KEPT = 200

/**
 * Lets the lines of a child pass as lines of JSON. Those of our own writer go on as they are. What a library prints
 * past it is somebody else's words: kept while the child starts, when nobody has sent anything yet, and told when it
 * dies then; of what comes later only how long it was is told.
 */
export class Printed {
  readonly #by: string
  readonly #write: Write
  readonly #level: string
  #kept: string[] | undefined = []
  readonly #isOpen: boolean

  /**
   * `level`: of the log; on `debug` what a child prints while it starts is shown at once. `isOpen`: a developer reads
   * everything as it is, but for where Next itself listens, which answers nobody.
   */
  constructor(
    by: string,
    {
      level,
      isOpen = false,
      write = toTerminal,
    }: { level: string; isOpen?: boolean; write?: Write },
  ) {
    this.#by = by
    this.#level = level
    this.#isOpen = isOpen
    this.#write = write
  }

  read(stream: Readable): void {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => this.#line(line))
  }

  /** From now on the child serves people. */
  serves(): void {
    this.#kept = undefined
  }

  /** The child has ended: tells what it said while it started. */
  ended(): void {
    for (const line of this.#kept ?? []) this.#tell({ level: 50, line })
    this.#kept = undefined
  }

  #line(line: string): void {
    if (this.#isOpen) return ADDRESS.test(line) ? undefined : this.#write(line)
    if (isOwn(line)) return this.#write(escaped(line))
    if (line.trim() === '') return
    if (!this.#kept) return this.#tell({ level: 40, characters: line.length })
    if (this.#level === 'debug') this.#tell({ level: 20, line })
    else if (this.#kept.push(line) > MOST_KEPT) this.#kept.shift()
  }

  #tell(facts: object): void {
    const line = { time: Date.now(), by: this.#by, ...facts, msg: 'printed' }
    this.#write(escaped(JSON.stringify(line)))
  }
}

type Write = (line: string) => void
const toTerminal = (line: string): void => void process.stdout.write(`${line}\n`)

/** A line of our writer is one JSON object with a level. */
function isOwn(line: string): boolean {
  if (!line.startsWith('{"level":')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
