import { z } from 'zod'

import { parseCidrList } from '@/lib/attach-form/fields'
import { tunnelSchema } from '@/lib/attach-form/tunnel-schema'
import { type ConnectionValues, connectionValuesSchema } from '@/lib/attach-form/values'
import type { IpsecConnectionSettings } from '@/lib/ipsec-connections/schema'
import { printCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'
import { parsedText, partReader } from '@/lib/text/read-part'
import { parseWholeNumber } from '@/lib/text/whole-number'

/** A connection as the form describes it: only what counts, numbers as numbers, lists as lists. */
export type Connection = Omit<IpsecConnectionSettings, 'regionId' | 'name' | 'autoConfigRoute'>

const cidrList = parsedText(parseCidrList).transform((blocks) => blocks.map(printCidr))
const address = parsedText(parseIpv4)

// No source gives a range (guide, Retry Interval and Retries: default 3). Beyond a minute or ten tries a
// failed path would carry traffic for ten minutes, so that is where we stop.
const HEALTH_CHECK_INTERVAL = { min: 1, max: 60 }
const HEALTH_CHECK_RETRY = { min: 1, max: 10 }
const interval = parsedText(parseWholeNumber(HEALTH_CHECK_INTERVAL.min, HEALTH_CHECK_INTERVAL.max))
const retry = parsedText(parseWholeNumber(HEALTH_CHECK_RETRY.min, HEALTH_CHECK_RETRY.max))

// Alibaba: CreateVpnAttachment, LocalSubnet: all zeros on both sides is destination routing.
const ANY = ['0.0.0.0/0']

/** The connection part of a form: tunnels that do not count, and settings switched off, are left out. */
export const connectionSchema: z.ZodType<Connection, ConnectionValues> =
  connectionValuesSchema.transform((values, context): Connection => {
    const read = partReader(context)
    const isFlow = values.routingMode === 'flow'
    const tunnel = tunnelSchema(values.enableBgp)
    const first = read(tunnel, values.tunnels[0], 'tunnels', 0)
    const isDual = values.tunnelMode === 'dual'
    return {
      networkType: values.networkType,
      localSubnet: isFlow ? read(cidrList, values.localSubnet, 'localSubnet') : ANY,
      remoteSubnet: isFlow ? read(cidrList, values.remoteSubnet, 'remoteSubnet') : ANY,
      effectImmediately: values.effectImmediately,
      enableBgp: values.enableBgp,
      tunnels: isDual ? [first, read(tunnel, values.tunnels[1], 'tunnels', 1)] : [first],
      ...(!isDual &&
        values.healthCheck.enable && {
          healthCheck: read(healthCheckSchema, values.healthCheck, 'healthCheck'),
        }),
    }
  })

const healthCheckSchema = z
  .custom<ConnectionValues['healthCheck']>()
  .transform((values, context): NonNullable<Connection['healthCheck']> => {
    const read = partReader(context)
    read(address, values.dip, 'dip')
    read(address, values.sip, 'sip')
    return {
      enable: true,
      dip: values.dip,
      sip: values.sip,
      interval: read(interval, values.interval, 'interval'),
      retry: read(retry, values.retry, 'retry'),
      policy: values.policy,
    }
  })
