import { type ChildProcess, spawn } from 'node:child_process'

import type { Printed } from '@/scripts/printed'

const END_WITH_PARENT = new URL(`end-with-parent.js?${process.pid}`, import.meta.url).href
const KILL_AFTER_MS = 10_000

/** Child processes that live and die together, and with this one, even when it is killed. */
export class Children {
  readonly #running = new Set<ChildProcess>()
  readonly #onDeath: (code: number) => void
  #stopping = false

  /** `onDeath` hears the exit code of the first child that ends by itself. */
  constructor(onDeath: (code: number) => void) {
    this.#onDeath = onDeath
  }

  /** Starts a Node program that has to stay alive; what it prints passes through `printed`. */
  keep(name: string, args: readonly string[], env: NodeJS.ProcessEnv, printed: Printed): void {
    const child = this.#spawn(args, env, printed)
    child.once('close', (code, signal) => {
      if (this.#stopping) return
      printed.ended()
      console.error(`The ${name} ended (${signal ?? `code ${code}`}).`)
      this.#onDeath(code ?? 1)
    })
  }

  /** Runs a Node program to its end; without `printed` what it prints passes as it is. @throws when it fails. */
  async run(
    name: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    printed?: Printed,
  ): Promise<void> {
    const child = this.#spawn(args, env, printed)
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    if (code !== 0) printed?.ended()
    if (code !== 0) throw new Error(`The ${name} failed with code ${code}.`)
  }

  /** Asks all of them to end, and ends them after ten seconds. */
  async stop(): Promise<void> {
    this.#stopping = true
    const all = [...this.#running]
    const ended = Promise.all(
      all.map((child) => new Promise((resolve) => child.once('exit', resolve))),
    )
    for (const child of all) child.kill('SIGTERM')
    const timer = setTimeout(() => {
      for (const child of all) child.kill('SIGKILL')
    }, KILL_AFTER_MS)
    await ended
    clearTimeout(timer)
  }

  #spawn(args: readonly string[], env: NodeJS.ProcessEnv, printed?: Printed): ChildProcess {
    if (this.#stopping) throw new Error('It is being stopped.')
    const out = printed ? 'pipe' : 'inherit'
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
      stdio: ['inherit', out, out, 'ipc'],
      env,
    })
    for (const stream of [child.stdout, child.stderr]) if (stream) printed?.read(stream)
    this.#running.add(child)
    child.once('exit', () => this.#running.delete(child))
    return child
  }
}
