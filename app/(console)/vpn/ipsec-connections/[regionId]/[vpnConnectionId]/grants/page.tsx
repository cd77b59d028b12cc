import { ConnectionGrants } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/connection-grants'
import { Prefetch, seed } from '@/components/query/prefetch'
import { listCens } from '@/lib/cen/cloud'
import { cenList } from '@/lib/cen/queries'
import { currentAccess } from '@/lib/request/access'

export default async function GrantsTab() {
  const access = await currentAccess()
  return (
    // The name of the instance that has attached the connection stands in a sentence, which it would lengthen later.
    <Prefetch seeds={[seed(cenList(), () => listCens(access))]}>
      <ConnectionGrants />
    </Prefetch>
  )
}
