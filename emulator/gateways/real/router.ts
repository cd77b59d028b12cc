import { join } from 'node:path'

import { cable, Machine } from './machine'

/** Something that is connected to a router: the gateway of a tunnel, or a VPC. */
export interface Link {
  readonly machine: Machine
  /** Its name at the router. */
  readonly name: string
  /** By which address the router reaches what is connected. */
  readonly address: string
  readonly table: number
}

/** A prefix and the links that it can be sent over, all alike. */
export interface Way {
  readonly prefix: string
  readonly links: readonly Link[]
}

/** A transit router: what comes in over a link goes by the table of that link alone. */
export class Router {
  readonly #machine: Machine
  #links = 0
  /** What each table holds now. */
  readonly #tables = new Map<number, string>()

  private constructor(machine: Machine) {
    this.#machine = machine
  }

  static async start(id: string, folder: string): Promise<Router> {
    return new Router(await Machine.start(`cv-${id}`, join(folder, id)))
  }

  /** Connects a machine at its eth1. */
  async connect(machine: Machine): Promise<Link> {
    this.#links += 1
    const number = this.#links
    const name = `g${number}`
    const net = `100.127.${number}`
    await cable(this.#machine, name, machine, 'eth1')
    await this.#machine.must(
      `ip addr add ${net}.1/30 dev ${name} && ip rule add iif ${name} lookup ${1000 + number} priority ${1000 + number}`,
    )
    await machine.must(`ip addr add ${net}.2/30 dev eth1`)
    return { machine, name, address: `${net}.2`, table: 1000 + number }
  }

  /** Sets where what comes in over a link may go. */
  async send({ table }: Link, ways: readonly Way[]): Promise<void> {
    const lines = ways.map(
      ({ prefix, links }) =>
        `ip route add ${prefix} table ${table} ${links.map(({ address }) => `nexthop via ${address}`).join(' ')}`,
    )
    const text = [...new Set(lines)].toSorted().join('\n')
    if (text === (this.#tables.get(table) ?? '')) return
    this.#tables.set(table, text)
    await this.#machine.run(['sh', '-c', `ip route flush table ${table} 2>/dev/null\n${text}`])
  }

  readonly stop = (): Promise<void> => this.#machine.stop()
}

/** The address of the other end of a link, which is the router's. */
export const routerOf = ({ address }: Link): string => address.replace(/2$/, '1')
