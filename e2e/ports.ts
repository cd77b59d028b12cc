import { execFileSync } from 'node:child_process'

/** Opens as many servers as are asked for at once, so that no port comes twice, and prints where they listen. */
const ASK = `
const { createServer } = require('node:net')
const servers = [0, 1].map(() => createServer().listen(0, '127.0.0.1'))
Promise.all(servers.map((each) => new Promise((done) => each.once('listening', done)))).then(() => {
  console.log(servers.map((each) => each.address().port).join())
  for (const each of servers) each.close()
})`

/** Two ports that nothing listens on. */
export const freePorts = (): string[] =>
  execFileSync(process.execPath, ['-e', ASK], { encoding: 'utf8' }).trim().split(',')

// The first process of a run chooses, its workers inherit: two runs on one machine never meet.
process.env['E2E_PORTS'] ??= freePorts().join()

/** Where the console and the emulator of this run listen. */
export const [CONSOLE_PORT = '', EMULATOR_PORT = ''] = process.env['E2E_PORTS'].split(',')
