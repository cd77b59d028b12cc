const made: Map<string, unknown> = ((
  globalThis as { consoleOnce?: Map<string, unknown> }
).consoleOnce ??= new Map())

/** One value per process: Next evaluates a module once per bundle, so a module variable is not one. */
export function once<T>(name: string, make: () => T): T {
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as T // set above under the same name
}
