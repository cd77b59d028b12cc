import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

const FOLDER = /^cv-\w+-(\d+)-/

/** A folder for machines, open to user frr. Those whose process was killed together with its machines are cleared away. */
export function newFolder(name: string): string {
  for (const each of readdirSync(tmpdir())) {
    const [, owner] = FOLDER.exec(each) ?? []
    if (owner !== undefined && !existsSync(`/proc/${owner}`))
      rmSync(join(tmpdir(), each), { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(tmpdir(), `cv-${name}-${process.pid}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number
  readonly out: string
}

/**
 * The first program of a machine: a /run of its own, its own folders at the places where the daemons look, and then it
 * starts what it reads. It says `ready`, and ends with all that runs in the machine when the process above it ends; then its files go
 * too, and the folder of all machines with the last of them.
 */
const INIT = `
mount --make-rprivate /
mount -t tmpfs tmpfs /run
mkdir -p /run/frr /run/lock
chown frr:frr /run/frr
mount --bind "$1/etc/swanctl" /etc/swanctl
mount --bind "$1/etc/frr" /etc/frr
mount --bind "$1/etc/strongswan.conf" /etc/strongswan.conf
mount --bind "$1/sbin" /usr/local/sbin
mount --bind "$1/etc/strongswan.d" /etc/strongswan.d
for each in ipsec.conf ipsec.secrets; do [ ! -e /etc/$each ] || mount --bind "$1/etc/$each" /etc/$each; done
mount -t sysfs sysfs /sys 2>/dev/null
hostname "$2"
ip link set lo up
echo 1 > /proc/sys/net/ipv4/ip_forward
echo 0 > /proc/sys/net/ipv4/conf/all/rp_filter
echo 0 > /proc/sys/net/ipv4/conf/default/rp_filter
echo ready
while read -r line; do $line >/dev/null 2>&1 </dev/null & done
kill -9 -1
cd /
rm -rf "$1"
rmdir "\${1%/*}" 2>/dev/null
`

const SWANCTL_FOLDERS = [
  'conf.d',
  'x509',
  'x509ca',
  'x509aa',
  'x509ac',
  'x509crl',
  'x509ocsp',
  'pubkey',
  'private',
  'rsa',
  'ecdsa',
  'pkcs8',
  'pkcs12',
  'bliss',
]

/** A machine in network, mount, process and name spaces of its own: gateway, device, host or router. Needs root. */
export class Machine {
  readonly name: string
  /** Its files, as seen from outside. */
  readonly folder: string
  readonly #holder: ChildProcess
  /** The process that is number 1 inside. */
  readonly pid: number

  private constructor(name: string, folder: string, holder: ChildProcess, pid: number) {
    this.name = name
    this.folder = folder
    this.#holder = holder
    this.pid = pid
  }

  /** Starts a machine with no network but its own loopback. `folder` has to be open to user frr. */
  static async start(name: string, folder: string): Promise<Machine> {
    for (const each of SWANCTL_FOLDERS)
      mkdirSync(join(folder, 'etc/swanctl', each), { recursive: true })
    for (const each of ['etc/frr', 'etc/strongswan.d', 'log', 'sbin'])
      mkdirSync(join(folder, each), { recursive: true })
    // User frr has to get to its files, whatever is masked for new ones; those that hold keys are masked by themselves.
    for (const each of ['', 'etc', 'etc/frr', 'log', 'sbin']) chmodSync(join(folder, each), 0o755)
    writeFileSync(join(folder, 'etc/swanctl/swanctl.conf'), 'include conf.d/*.conf\n')
    for (const each of ['strongswan.conf', 'ipsec.conf', 'ipsec.secrets'])
      writeFileSync(join(folder, 'etc', each), '')
    writeFileSync(join(folder, 'etc/frr/vtysh.conf'), '')
    const { uid, gid } = frrUser()
    chownSync(join(folder, 'etc/frr'), uid, gid)
    chownSync(join(folder, 'log'), uid, gid)
    const holder = spawn(
      'unshare',
      [
        '--net',
        '--mount',
        '--pid',
        '--uts',
        '--fork',
        '--kill-child',
        '--mount-proc',
        'sh',
        '-c',
        INIT,
        'sh',
        folder,
        name,
      ],
      // The input stays open as long as this process lives: when it ends, so does the machine.
      { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
    )
    const said: string[] = []
    holder.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    const [line] = (await Promise.race([
      once(createInterface(holder.stdout), 'line'),
      once(holder, 'exit').then(() => ['']),
    ])) as [string]
    if (line !== 'ready') throw new Error(`The machine ${name} did not start: ${said.join('')}`)
    const [child = ''] = readFileSync(
      `/proc/${holder.pid}/task/${holder.pid}/children`,
      'utf8',
    ).split(' ')
    return new Machine(name, folder, holder, Number(child))
  }

  /** Runs a command inside, with what it reads. Never throws for a code: see `must`. */
  run(command: readonly string[], input = ''): Promise<Ran> {
    return new Promise((resolve) => {
      const child = execFile('nsenter', [...this.#inside, ...command], (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
        resolve({ code, out: stdout + stderr })
      })
      child.stdin?.on('error', () => {
        // It ended without reading; its code says how.
      })
      child.stdin?.end(input)
    })
  }

  /** Runs a script inside. @throws with what it printed when it fails. */
  async must(script: string): Promise<string> {
    const { code, out } = await this.run(['sh', '-ec', script])
    if (code !== 0) throw new Error(`${this.name}: ${script}\n${out}`)
    return out
  }

  /** Starts a program inside that stays, from plain words. It ends with the machine. */
  keep(command: readonly string[]): void {
    this.#holder.stdin?.write(`${command.join(' ')}\n`)
  }

  /** Writes a file at its place inside: below /etc/swanctl, /etc/frr, /usr/local/sbin or as /etc/strongswan.conf. */
  write(path: string, text: string, mode = 0o600): void {
    const file = join(this.folder, path.replace(/^\/usr\/local\/sbin\//, '/sbin/'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { mode })
    chmodSync(file, mode)
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { force: true })
  }

  /** Ends it with all that runs inside, and its files. */
  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#holder
    if (exitCode !== null || signalCode !== null) return
    const ended = once(this.#holder, 'exit')
    this.#holder.kill('SIGKILL')
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }

  get #inside(): string[] {
    return ['-t', String(this.pid), '-n', '-m', '-p', '-u', '--']
  }
}

/** An Ethernet between two machines, with the given names at each end. No name of it is outside of them. */
export async function cable(
  one: Machine,
  oneName: string,
  other: Machine,
  otherName: string,
): Promise<void> {
  // From outside: inside, the number of the other machine's process is not known.
  const pair = ['ip', 'link', 'add', oneName, 'type', 'veth', 'peer', 'name', otherName]
  await new Promise<void>((resolve, reject) => {
    execFile(
      'nsenter',
      ['-t', String(one.pid), '-n', ...pair, 'netns', String(other.pid)],
      (error) => (error ? reject(error) : resolve()),
    )
  })
  await Promise.all([
    one.must(`ip link set ${oneName} up`),
    other.must(`ip link set ${otherName} up`),
  ])
}

function frrUser(): { uid: number; gid: number } {
  const [, uid, gid] = /^frr:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(uid ?? 0), gid: Number(gid ?? 0) }
}

/** Debian's packages that hold what is missing here. */
const NEEDED: Record<string, string> = {
  '/usr/lib/ipsec/charon': 'strongswan-charon',
  '/usr/sbin/swanctl': 'strongswan-swanctl',
  '/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so': 'libcharon-extra-plugins',
  '/usr/lib/ipsec/plugins/libstrongswan-openssl.so': 'libstrongswan-standard-plugins',
  '/usr/lib/frr/bgpd': 'frr',
  '/usr/sbin/nft': 'nftables',
  '/usr/bin/nsenter': 'util-linux',
  '/usr/bin/ping': 'iputils-ping',
  '/dev/net/tun': '(kernel: TUN)',
}

/** Why machines cannot be started here, in one line; undefined when they can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'Real gateways need Linux.'
  if (process.getuid?.() !== 0) return 'Real gateways need root, for namespaces and interfaces.'
  const missing = Object.entries(NEEDED)
    .filter(([path]) => !isThere(path))
    .map(([, name]) => name)
  if (!isThere('/usr/sbin/ip') && !isThere('/sbin/ip')) missing.push('iproute2')
  return missing.length > 0
    ? `Real gateways need: apt-get install --no-install-recommends ${missing.join(' ')}`
    : undefined
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.F_OK)
    return true
  } catch {
    return false
  }
}
