/**
 * Says on stderr that the emulator itself failed: class and place, one line of JSON. Not the words of the error, which
 * may repeat what was sent.
 */
export function tellFailure(of: string, error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error()
  const said = stack.indexOf(message) + message.length
  const at = stack
    .slice(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
  const facts = { level: 50, time: Date.now(), by: 'emulator', name, at, msg: `${of} failed` }
  process.stderr.write(`${JSON.stringify(facts)}\n`)
}
