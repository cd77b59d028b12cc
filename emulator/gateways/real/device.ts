import { loadAll, sasOf, startCharon, TUNNEL_INTERFACE } from './charon'
import { startBgp, startFrr } from './frr'
import { Machine } from './machine'

/** A file of a device's configuration, at the path where it belongs. */
export interface DeviceFile {
  readonly path: string
  readonly text: string
}

/**
 * What a kernel without XFRM and VTI interfaces needs: each such interface is another name of charon's own one. All else
 * that the files say runs as it stands.
 */
const SHIMS: Record<string, string> = {
  ip: `case "$*" in
  "link add "*" type xfrm "*|"link add "*" type vti "*) exec /sbin/ip link property add dev ${TUNNEL_INTERFACE} altname "$3" ;;
  "link del xfrm"*|"link del vti"*) exec /sbin/ip link property del dev ${TUNNEL_INTERFACE} altname "$3" ;;
esac
exec /sbin/ip "$@"`,
  sysctl: `exec /sbin/sysctl $(printf '%s\\n' "$@" | sed -E 's/\\.(xfrm|vti)[0-9]+\\./.${TUNNEL_INTERFACE}./')`,
  nft: `if [ "$*" = "-f -" ]; then sed -E 's/"(xfrm|vti)[0-9]+"/"${TUNNEL_INTERFACE}"/' | exec /usr/sbin/nft -f -; else exec /usr/sbin/nft "$@"; fi`,
}

/** Scripts run, FRR reads its file as a user of its own; the others may hold keys. */
const MODES: readonly (readonly [string, number])[] = [
  ['/usr/local/sbin/', 0o755],
  ['/etc/frr/', 0o644],
]

/** A device at the other end: Linux with strongSwan and FRR, that runs the files it is given at their own places. */
export class Device {
  readonly machine: Machine

  private constructor(machine: Machine) {
    this.machine = machine
  }

  static async start(name: string, folder: string): Promise<Device> {
    const machine = await Machine.start(name, folder)
    for (const [program, text] of Object.entries(SHIMS))
      machine.write(`/usr/local/sbin/${program}`, `#!/bin/sh\n${text}\n`, 0o755)
    return new Device(machine)
  }

  /** Starts charon. The device has its addresses by now. */
  readonly startCharon = (control?: 'vici' | 'stroke'): Promise<void> =>
    startCharon(this.machine, control)

  /** Puts the files in their places, runs the scripts among them, loads the connections, and starts FRR where it has a file. */
  async configure(files: readonly DeviceFile[]): Promise<void> {
    this.#put(files)
    for (const { path } of files) if (path.startsWith('/usr/local/sbin/')) await this.type(path)
    await loadAll(this.machine)
    if (files.some(({ path }) => path === '/etc/frr/frr.conf')) await startFrr(this.machine)
  }

  /** Runs other files in place of those before: everything that was up is made again. */
  async reload(files: readonly DeviceFile[]): Promise<void> {
    this.#put(files)
    // A connection that is loaded as it was before is not started, so nothing may be loaded.
    await this.machine.run(['swanctl', '--load-conns', '--file', '/dev/null'])
    for (const { name } of await sasOf(this.machine))
      await this.machine.run(['swanctl', '--terminate', '--ike', name, '--force', '--timeout', '5'])
    await loadAll(this.machine)
    if (!files.some(({ path }) => path === '/etc/frr/frr.conf')) return
    // One that has ended stays in the list of processes: nobody in a machine asks for its end.
    await this.type(
      'pkill -x bgpd || true; while pgrep -x -r R,S,D bgpd >/dev/null; do sleep 0.05; done',
    )
    await startBgp(this.machine)
  }

  /** Types commands as a person would, with root's own path. @throws with what they print where one fails. */
  readonly type = (commands: string): Promise<string> =>
    this.machine.must(`export PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin; ${commands}`)

  #put(files: readonly DeviceFile[]): void {
    for (const { path, text } of files)
      this.machine.write(path, `${text}\n`, MODES.find(([start]) => path.startsWith(start))?.[1])
  }

  readonly stop = (): Promise<void> => this.machine.stop()
}
