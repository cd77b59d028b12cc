import { join } from 'node:path'

import { cable, Machine } from './machine'

/** The wire between all gateways and all devices: whoever has an address is on it. */
export class Wire {
  readonly #machine: Machine
  #plugs = 0

  private constructor(machine: Machine) {
    this.#machine = machine
  }

  static async start(folder: string): Promise<Wire> {
    const machine = await Machine.start('cv-wire', join(folder, 'wire'))
    await machine.must('ip link add br0 type bridge && ip link set br0 up')
    return new Wire(machine)
  }

  /** Plugs in a machine at its eth0 with the given addresses. */
  async plug(machine: Machine, addresses: readonly string[]): Promise<void> {
    this.#plugs += 1
    const name = `p${this.#plugs}`
    await cable(this.#machine, name, machine, 'eth0')
    await this.#machine.must(`ip link set ${name} master br0`)
    await machine.must(
      [
        ...new Set(addresses.map((address) => `ip addr add ${address}/32 dev eth0`)),
        // Nothing but the wire is behind any address.
        'ip route add default dev eth0',
      ].join('\n'),
    )
  }

  readonly stop = (): Promise<void> => this.#machine.stop()
}
