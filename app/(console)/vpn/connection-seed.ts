import { seed, startOf } from '@/components/query/prefetch'
import { PAGE_SIZE } from '@/lib/cloud/paginate'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { IpsecConnectionParams } from '@/lib/ipsec-connections/params'
import { ipsecConnectionList, ipsecConnectionStart } from '@/lib/ipsec-connections/queries'
import type { Access } from '@/lib/people/access'

/** The IPsec connections of a region for a page that lists them or what they use: of many, only the first travel with it. */
export const connectionSeed = (access: Access, params: IpsecConnectionParams) =>
  startOf(
    seed(ipsecConnectionList(params), () => listIpsecConnections(access, params, 'start')),
    ipsecConnectionStart(params),
    PAGE_SIZE,
  )
