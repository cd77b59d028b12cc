import type { z } from 'zod'

import { type ConnectionValues, connectionValuesSchema } from '@/lib/attach-form/values'
import { parseCidrList } from '@/lib/connection-form/fields'
import { readTunnel } from '@/lib/connection-form/read-tunnel'
import type { IpsecConnectionSettings } from '@/lib/ipsec-connections/schema'
import { printCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'
import { type Parsed, valid } from '@/lib/text/parsed'
import { type Reader, readerOf } from '@/lib/text/reader'
import { parseWholeNumber } from '@/lib/text/whole-number'

/** A connection as the form describes it: only what counts, numbers as numbers, lists as lists. */
export type Connection = Omit<IpsecConnectionSettings, 'regionId' | 'name' | 'autoConfigRoute'>

/** The connection part of a form: tunnels that do not count, and settings switched off, are left out. */
export const connectionSchema: z.ZodType<Connection, ConnectionValues> =
  connectionValuesSchema.transform((values, context) => readConnection(readerOf(context), values))

/** As `connectionSchema`, for values that have their shape already. */
export function readConnection(read: Reader, values: ConnectionValues): Connection {
  const isFlow = values.routingMode === 'flow'
  const isDual = values.tunnelMode === 'dual'
  const tunnel = (index: 0 | 1) =>
    readTunnel(read.at('tunnels', index), values.tunnels[index], values.enableBgp)
  return {
    networkType: values.networkType,
    localSubnet: isFlow ? read.text(parseCidrTexts, values.localSubnet, 'localSubnet') : ANY,
    remoteSubnet: isFlow ? read.text(parseCidrTexts, values.remoteSubnet, 'remoteSubnet') : ANY,
    effectImmediately: values.effectImmediately,
    enableBgp: values.enableBgp,
    tunnels: isDual ? [tunnel(0), tunnel(1)] : [tunnel(0)],
    ...(!isDual &&
      values.healthCheck.enable && {
        healthCheck: readHealthCheck(read.at('healthCheck'), values.healthCheck),
      }),
  }
}

// Alibaba: CreateVpnAttachment, LocalSubnet: all zeros on both sides is destination routing.
const ANY = ['0.0.0.0/0']

function parseCidrTexts(text: string): Parsed<string[]> {
  const blocks = parseCidrList(text)
  return blocks.ok ? valid(blocks.value.map(printCidr)) : blocks
}

// No source gives a range (guide, Retry Interval and Retries: default 3). Beyond a minute or ten tries a
// failed path would carry traffic for ten minutes, so that is where we stop.
const parseInterval = parseWholeNumber(1, 60)
const parseRetry = parseWholeNumber(1, 10)

function readHealthCheck(
  read: Reader,
  { dip, sip, interval, retry, policy }: ConnectionValues['healthCheck'],
): NonNullable<Connection['healthCheck']> {
  read.text(parseIpv4, dip, 'dip')
  read.text(parseIpv4, sip, 'sip')
  return {
    enable: true,
    dip,
    sip,
    interval: read.text(parseInterval, interval, 'interval'),
    retry: read.text(parseRetry, retry, 'retry'),
    policy,
  }
}
