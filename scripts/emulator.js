// Runs the emulator. To make one file of its two hundred of TypeScript and load that takes a third of loading them one by one.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { build, stop } from 'esbuild'

const root = new URL('../', import.meta.url)

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('emulator/main.ts', root))],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  sourcesContent: false,
  write: false,
})
await stop()
const [{ text }] = outputFiles

// Below the project, where its packages are found, and named by what it is: another one may be starting.
const folder = new URL('node_modules/.cache/emulator/', root)
const file = new URL(`${createHash('sha256').update(text).digest('hex')}.js`, folder)
if (!existsSync(file)) {
  mkdirSync(folder, { recursive: true })
  const whole = new URL(`${process.pid}.new`, folder)
  writeFileSync(whole, text)
  renameSync(whole, file)
}
process.setSourceMapsEnabled(true)
await import(file.href)
