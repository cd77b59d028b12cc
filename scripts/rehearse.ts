import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

import { whyNot } from '@/emulator/gateways/real/machine'
import { SOCKET } from '@/emulator/gateways/real/rehearsal'

const USAGE = `npm run rehearse                                everything, with real gateways behind what is attached
npm run rehearse -- site <connection> <files>   the other end of a connection; - reads one file from the input
    --lan 192.168.0.0/24    a network behind the device; again for more
    --nat 10.200.0.2        the device is behind NAT and has this address
npm run rehearse -- ping <connection>           from the LAN to a VPC and back
npm run rehearse -- break <connection> <what>   key, group, silent or asn; without one it is mended
npm run rehearse -- list`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lan: { type: 'string', multiple: true, default: [] },
    nat: { type: 'string', default: '' },
  },
})
const [command, connection = '', ...rest] = positionals

const missing = whyNot()
if (missing) {
  console.error(missing)
  process.exit(1)
}

if (command === undefined) everything()
else if (command === 'list') print(await steer('GET', '/sites'))
else if (command === 'ping') print(await steer('POST', `/sites/${connection}/ping`, {}))
else if (command === 'break')
  print(await steer('POST', `/sites/${connection}/break`, rest[0] ? { what: rest[0] } : {}))
else if (command === 'site') {
  const files = await Promise.all(
    rest.map(async (path) =>
      fileOf(path === '-' ? await text(process.stdin) : readFileSync(path, 'utf8')),
    ),
  )
  print(
    await steer('POST', `/sites/${connection}`, {
      files,
      lans: lansOf(files),
      ownAddress: values.nat,
    }),
  )
} else {
  console.error(USAGE)
  process.exit(1)
}

/** As `npm start`, with other gateways. */
function everything(): void {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    stdio: 'inherit',
    env: { ...process.env, EMULATOR_GATEWAYS: 'real' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => process.exit(code ?? 1))
}

/** Where a file belongs, from what is in it. */
function fileOf(content: string): { path: string; text: string } {
  if (content.startsWith('#!')) return { path: '/usr/local/sbin/cen-up', text: content }
  if (/^router bgp /m.test(content)) return { path: '/etc/frr/frr.conf', text: content }
  return { path: '/etc/swanctl/conf.d/cen.conf', text: content }
}

/** The networks behind the device: as told, or those that it announces or protects. */
function lansOf(files: readonly { text: string }[]): string[] {
  if (values.lan.length > 0) return values.lan
  const all = files.map((file) => file.text).join('\n')
  const announced = [...all.matchAll(/^ip route (\S+) Null0/gm)].map((match) => match[1] ?? '')
  const own = [...all.matchAll(/local_ts = (.*)/g)].flatMap((match) => match[1]?.split(/, */) ?? [])
  return [...new Set([...announced, ...own.filter((block) => block !== '0.0.0.0/0')])]
}

function steer(method: string, path: string, body?: unknown): Promise<string> {
  const socketPath = join(process.env['DATA_DIR'] ?? '.data', SOCKET)
  return new Promise((resolve) => {
    const call = request(
      { socketPath, method, path, headers: { 'content-type': 'application/json' } },
      (answer) => {
        void text(answer).then((said) => {
          if ((answer.statusCode ?? 500) >= 400) process.exitCode = 1
          resolve(said)
        })
      },
    )
    call.on('error', () => {
      process.exitCode = 1
      resolve('No rehearsal runs here: start it with npm run rehearse.')
    })
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function print(said: string): void {
  console.log(said)
}
