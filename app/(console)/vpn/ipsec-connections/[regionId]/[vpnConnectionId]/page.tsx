import { Prefetch, seed } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import { listResourceGroups } from '@/lib/resource-groups/cloud'
import { resourceGroupList } from '@/lib/resource-groups/queries'

import { ConnectionDetails } from './details'

export default async function ConnectionPage() {
  const access = await currentAccess()
  return (
    <Prefetch seeds={[seed(resourceGroupList(), () => listResourceGroups(access))]}>
      <ConnectionDetails />
    </Prefetch>
  )
}
