import { join } from 'node:path'

import type { Browser } from '@playwright/test'

import { freePorts } from '@/scripts/ports'

import { type Console, serveConsole, serveEmptyNext, type Served } from './servers'

const CEN = 'cen-c7552q19cnvv7ptjlw'
const ROUTER = 'tr-31bdalhkvzav8stsmf'
const REGION = 'eu-central-1'

/** What the sections share: servers that are started once, when the first section asks for them. */
export class Stand {
  #console: Promise<Console> | undefined
  #people: Promise<Console> | undefined
  #empty: Promise<Served> | undefined

  readonly #folder: string
  readonly browser: Browser

  /** Servers keep their data and builds in `folder`. */
  constructor(folder: string, browser: Browser) {
    this.#folder = folder
    this.browser = browser
  }

  /** Where the build of the empty page lies. */
  get emptyBuild(): string {
    return join(this.#folder, 'empty/.next')
  }

  /** The console with the sample world. */
  console(): Promise<Console> {
    this.#console ??= freePorts(2).then(([port = 0, emulatorPort = 0]) =>
      serveConsole(join(this.#folder, 'data'), port, emulatorPort),
    )
    return this.#console
  }

  /** The same where people sign in. */
  people(): Promise<Console> {
    this.#people ??= freePorts(2).then(([port = 0, emulatorPort = 0]) =>
      serveConsole(join(this.#folder, 'people'), port, emulatorPort, { AUTH: 'local' }),
    )
    return this.#people
  }

  /** An empty dynamic page of the same framework at `/`, and a plain form of React at `/form`. */
  empty(): Promise<Served> {
    this.#empty ??= freePorts(1).then(([port = 0]) =>
      serveEmptyNext(join(this.#folder, 'empty'), port),
    )
    return this.#empty
  }

  async stop(): Promise<void> {
    const served = [this.#console, this.#people, this.#empty]
    await Promise.all(served.map(async (each) => (await each)?.stop()))
  }
}

export const paths = {
  create: `/cen/${CEN}/transit-routers/${ROUTER}/connections/create`,
  connections: `/cen/${CEN}/transit-routers/${ROUTER}/connections`,
  ipsecConnections: `/vpn/ipsec-connections?region=${REGION}`,
  customerGateways: `/vpn/customer-gateways?region=${REGION}`,
  picture: `/cen/${CEN}/transit-routers/${ROUTER}/picture`,
  instances: '/cen',
  /** A page that is little more than its shell: a list without rows. */
  shell: '/operations',
  signIn: '/sign-in',
  regions: '/api/regions?language=en-US',
  connectionList: `/api/ipsec-connections?regionId=${REGION}`,
  gatewayList: `/api/customer-gateways?regionId=${REGION}`,
  routeTable: (table: string) => `/cen/${CEN}/transit-routers/${ROUTER}/route-tables/${table}`,
  attachment: (attachmentId: string) =>
    `/cen/${CEN}/transit-routers/${ROUTER}/connections/${attachmentId}`,
}

const read = async <T>({ url }: Console, path: string, params: Record<string, string>) =>
  (await (await fetch(`${url}${path}?${new URLSearchParams(params)}`)).json()) as T[]

/** Ids of the router's route tables by name; the default one has none. */
export async function routeTables(ours: Console): Promise<Map<string, string>> {
  const tables = await read<{
    transitRouterRouteTableId: string
    transitRouterRouteTableName: string
    transitRouterRouteTableType: string
  }>(ours, '/api/route-tables', { transitRouterId: ROUTER })
  return new Map(
    tables.map((table) => [
      table.transitRouterRouteTableType === 'System' ? '' : table.transitRouterRouteTableName,
      table.transitRouterRouteTableId,
    ]),
  )
}

/** Id of the router's VPN attachment of this name. */
export async function attachmentOf(ours: Console, name: string): Promise<string> {
  const attachments = await read<{
    transitRouterAttachmentId: string
    transitRouterAttachmentName: string
  }>(ours, '/api/attachments', { cenId: CEN, transitRouterId: ROUTER, regionId: REGION })
  return (
    attachments.find(({ transitRouterAttachmentName }) => transitRouterAttachmentName === name)
      ?.transitRouterAttachmentId ?? ''
  )
}

/** Id of a customer gateway of the router's region. */
export async function firstGateway(ours: Console): Promise<string> {
  const params = { regionId: REGION }
  const [gateway] = await read<{ customerGatewayId: string }>(
    ours,
    '/api/customer-gateways',
    params,
  )
  return gateway?.customerGatewayId ?? ''
}
