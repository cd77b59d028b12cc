import { join } from 'node:path'

import { block, formatAddress } from '../../net'
import { Machine } from './machine'
import { type Link, type Router, routerOf } from './router'

/** A VPC: one machine that is a host in each of its networks. */
export class Vpc {
  readonly link: Link
  #hosts: readonly string[] = []

  private constructor(link: Link) {
    this.link = link
  }

  static async start(id: string, folder: string, router: Router): Promise<Vpc> {
    const machine = await Machine.start(`cv-${id}`, join(folder, id))
    const link = await router.connect(machine)
    await machine.must(`ip route add default via ${routerOf(link)}`)
    return new Vpc(link)
  }

  /** Has a host in each of the networks and no other. */
  async live(networks: readonly string[]): Promise<void> {
    const wanted = networks.map(hostOf)
    const lines = [
      ...wanted.filter((host) => !this.#hosts.includes(host)).map((host) => `add ${host}`),
      ...this.#hosts.filter((host) => !wanted.includes(host)).map((host) => `del ${host}`),
    ]
    this.#hosts = wanted
    for (const line of lines) await this.link.machine.must(`ip addr ${line}/32 dev lo`)
  }

  readonly stop = (): Promise<void> => this.link.machine.stop()
}

/** The host of a network: its fifth address, or its only one. */
export function hostOf(network: string): string {
  const { start, length } = block(network)
  return formatAddress(length > 29 ? start : start + 5)
}
