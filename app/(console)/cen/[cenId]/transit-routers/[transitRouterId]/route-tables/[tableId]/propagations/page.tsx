import { PropagationList } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/propagation-list'

export default function PropagationsTab() {
  return <PropagationList />
}
