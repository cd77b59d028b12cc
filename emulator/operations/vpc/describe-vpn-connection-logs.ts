import { z } from 'zod'

import { connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { pages, text, whole } from '../../protocol/parameters'

export const DescribeVpnConnectionLogs = operation(
  z.object({
    ...vcoId,
    ...pages,
    From: whole(0, 99_999_999_999).optional(),
    To: whole(0, 99_999_999_999).optional(),
    MinutePeriod: whole(1, 10).optional(),
    TunnelId: text().optional(),
  }),
  (params, context) => {
    const { gateways, now } = context
    const connection = connectionOf(context, params)
    const tunnels = connection.tunnels.filter(
      ({ TunnelId }) => params.TunnelId === undefined || TunnelId === params.TunnelId,
    )
    if (tunnels.length === 0) fail('InvalidParameter', 'The parameter TunnelId is not valid.')
    const span = spanOf(params, now)
    const lines = tunnels
      .flatMap((tunnel) => gateways.log(context, connection, tunnel, span))
      .sort((a, b) => a.at - b.at)
    const { items, echo } = pageOf(lines, params)
    return {
      PageNumber: echo.PageNumber,
      PageSize: echo.PageSize,
      // Alibaba: DescribeVpnConnectionLogs, Count: of this page. There is no total.
      Count: items.length,
      IsCompleted: true,
      Data: { Logs: items.map((line) => line.text) },
    }
  },
)

interface SpanParams {
  From?: number | undefined
  To?: number | undefined
  MinutePeriod?: number | undefined
}

// Alibaba: From goes with To or MinutePeriod, To with From or MinutePeriod, MinutePeriod also alone.
function spanOf({ From, To, MinutePeriod }: SpanParams, now: number): { from: number; to: number } {
  if (From !== undefined && To !== undefined) {
    if (From > To) fail('InvalidParameter', 'The parameter To is not valid.')
    return { from: From * 1000, to: To * 1000 }
  }
  if (MinutePeriod === undefined) {
    if (From !== undefined) fail('MissingParameter', 'The parameter To is missing.')
    if (To !== undefined) fail('MissingParameter', 'The parameter From is missing.')
    return fail('MissingParameter', 'The parameter MinutePeriod is missing.')
  }
  const length = MinutePeriod * 60_000
  if (From !== undefined) return { from: From * 1000, to: From * 1000 + length }
  const to = To === undefined ? now : To * 1000
  return { from: to - length, to }
}
