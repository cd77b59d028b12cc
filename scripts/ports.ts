import { execFileSync } from 'node:child_process'

/** Opens as many servers as are asked for at once, so that no port comes twice, and prints where they listen. */
const ASK = `
const { createServer } = require('node:net')
const servers = Array.from({ length: Number(process.argv[1]) }, () => createServer().listen(0, '127.0.0.1'))
Promise.all(servers.map((each) => new Promise((done) => each.once('listening', done)))).then(() => {
  console.log(servers.map((each) => each.address().port).join())
  for (const each of servers) each.close()
})`

/** As many ports as are asked for, on which nothing listens. */
export const freePorts = (count: number): string[] =>
  execFileSync(process.execPath, ['-e', ASK, String(count)], { encoding: 'utf8' })
    .trim()
    .split(',')
