import { get } from '@/lib/request/route'
import { readingOf } from '@/lib/route-tables/compare'
import { changeParams } from '@/lib/route-tables/params'

export const GET = get({ schema: changeParams }, async (change, access) => ({
  routes: [...readingOf(access, change).values()].reduce((sum, count) => sum + count, 0),
}))
