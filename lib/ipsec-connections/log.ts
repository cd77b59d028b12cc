import 'server-only'
import { z } from 'zod'

import { callVpc } from '@/lib/cloud/client'
import { PAGE_SIZE } from '@/lib/cloud/paginate'
import { flag, list, text } from '@/lib/cloud/shape'
import type { VpnLogParams } from '@/lib/ipsec-connections/params'
import type { VpnLogs } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'

/** Pages of one answer: a thousand lines. */
const PAGES = 20
/** Pages asked for at once: how many there are is not told. */
const SIDE_BY_SIDE = 4

const logPage = z.object({
  data: z.object({ logs: list(text) }).prefault({}),
  isCompleted: flag,
})

/**
 * A thousand lines of the negotiation log of a tunnel, or of all tunnels of a connection, oldest line first; `next` asks
 * for those after them. The same lines may come again and again, so equal pages are no sign of anything.
 */
export async function describeVpnLogs(
  access: Access,
  { regionId, vpnConnectionId, tunnelId, minutePeriod, from, to, chunk = '0' }: VpnLogParams,
): Promise<VpnLogs> {
  const first = Number(chunk) * PAGES
  const read = (pageNumber: number) =>
    callVpc(
      access,
      regionId,
      'describeVpnConnectionLogs',
      {
        regionId,
        vpnConnectionId,
        tunnelId,
        ...(minutePeriod !== undefined && { minutePeriod: Number(minutePeriod) }),
        ...(from !== undefined && { from: Number(from) }),
        ...(to !== undefined && { to: Number(to) }),
        pageNumber,
        pageSize: PAGE_SIZE,
      },
      logPage,
    )
  const logs: string[] = []
  let done = 0
  while (done < PAGES) {
    // Most logs are one page: only after a full one are others asked for, side by side.
    const width = first + done === 0 ? 1 : Math.min(SIDE_BY_SIDE, PAGES - done)
    const pages = await Promise.all(
      Array.from({ length: width }, (_, index) => read(first + done + index + 1)),
    )
    for (const { data } of pages) logs.push(...data.logs)
    const last = pages.at(-1)
    if (!last || last.data.logs.length < PAGE_SIZE)
      return { logs, isCompleted: last?.isCompleted ?? true }
    done += width
  }
  return { logs, isCompleted: true, next: Number(chunk) + 1 }
}
