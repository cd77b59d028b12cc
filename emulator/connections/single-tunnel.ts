import { z } from 'zod'

import { type ErrorCode, fail } from '../protocol/errors'
import { flag, text } from '../protocol/parameters'
import type { State } from '../state/state'
import type { VpnConnection } from '../state/vpn-records'
import { bgpConfig, healthSettings, ikeSettings, ipsecSettings } from './settings'
import { merged, withSettings } from './tunnel'

/** The parameters of a single-tunnel connection; a dual-tunnel one ignores them. */
export const singleTunnelParams = {
  CustomerGatewayId: text().optional(),
  IkeConfig: text().optional(),
  IpsecConfig: text().optional(),
  BgpConfig: text().optional(),
  HealthCheckConfig: text().optional(),
  EnableDpd: flag().optional(),
  EnableNatTraversal: flag().optional(),
}

/** Whether single-tunnel connections can be made in a region: they can, unless a world or the control endpoint says otherwise. */
export function takesSingleTunnel(state: State, regionId: string): boolean {
  return state.settings.get(singleTunnelSetting(regionId))?.value !== false
}

/** The setting that says so. Terraform provider: by 2026 Alibaba Cloud makes dual-tunnel ones only, in every region. */
export function singleTunnelSetting(regionId: string): string {
  return `single-tunnel/${regionId}`
}

interface Given {
  IkeConfig?: string | undefined
  IpsecConfig?: string | undefined
  BgpConfig?: string | undefined
  HealthCheckConfig?: string | undefined
  EnableDpd?: boolean | undefined
  EnableNatTraversal?: boolean | undefined
}

/** A single-tunnel connection with the settings given as JSON; what was not given stays. */
export function withSingleTunnelSettings(connection: VpnConnection, given: Given): VpnConnection {
  const ike = fromJson(ikeSettings, 'IkeConfig', given.IkeConfig, 'IllegalParam.IkeConfig')
  const ipsec = fromJson(
    ipsecSettings,
    'IpsecConfig',
    given.IpsecConfig,
    'IllegalParam.IpsecConfig',
  )
  const bgp = fromJson(bgpConfig, 'BgpConfig', given.BgpConfig, 'IllegalParam.BgpConfig')
  const health = fromJson(
    healthSettings,
    'HealthCheckConfig',
    given.HealthCheckConfig,
    'IllegalParam.HealthCheckConfig',
  )
  const { EnableDpd, EnableNatTraversal } = given
  return {
    ...connection,
    EnableBgp: bgp.EnableBgp ?? connection.EnableBgp,
    health: merged(connection.health, health),
    tunnels: connection.tunnels.map((tunnel) =>
      withSettings(tunnel, {
        EnableDpd,
        EnableNatTraversal,
        TunnelIkeConfig: ike,
        TunnelIpsecConfig: ipsec,
        TunnelBgpConfig: bgp,
      }),
    ),
  }
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/**
 * The settings in a JSON-string parameter such as IkeConfig; none when it is absent or empty. Keys in any case, values as
 * text, number or boolean: the pages and the Terraform provider differ. An empty value counts where it is a valid one.
 * Throws the given code; no value reaches the message.
 */
function fromJson<S extends z.ZodObject>(
  schema: S,
  parameter: string,
  json: string | undefined,
  code: ErrorCode,
): z.output<S> {
  const given = new Map(Object.entries(objectOf(json, parameter, code)).map(lowered))
  const named = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = String(given.get(name.toLowerCase()) ?? '')
    const counts = value !== '' || (given.has(name.toLowerCase()) && z.safeParse(field, '').success)
    return counts ? [[name, value] as const] : []
  })
  const result = schema.safeParse(Object.fromEntries(named))
  if (result.success) return result.data
  const [key = ''] = result.error.issues[0]?.path ?? []
  fail(code, `The parameter ${parameter}.${String(key)} is not valid.`)
}

function lowered<T>([name, value]: [string, T]): [string, T] {
  return [name.toLowerCase(), value]
}

function objectOf(json: string | undefined, parameter: string, code: ErrorCode) {
  if (!json) return {}
  const result = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(z.record(z.string(), scalar))
    .safeParse(json)
  return result.success ? result.data : fail(code, `The parameter ${parameter} is no JSON object.`)
}
