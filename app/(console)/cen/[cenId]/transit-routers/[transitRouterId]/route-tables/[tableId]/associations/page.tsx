import { AssociationList } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/[tableId]/association-list'

export default function AssociationsTab() {
  return <AssociationList />
}
