import { get } from '@/lib/request/route'
import { viewParams } from '@/lib/views/params'
import { listViews } from '@/lib/views/store'

export const GET = get({ schema: viewParams }, ({ table }, access) => listViews(access, table))
