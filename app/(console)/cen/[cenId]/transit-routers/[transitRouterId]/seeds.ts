import 'server-only'
import type { Seed } from '@/components/query/prefetch'
import { seed } from '@/components/query/prefetch'
import { attachmentList } from '@/lib/attachments/queries'
import type { Access } from '@/lib/request/access'
import { transitRouterList } from '@/lib/transit-routers/queries'
import type { TransitRouter } from '@/lib/transit-routers/schema'

import { readAttachments, readRouter } from './reads'

/**
 * The router of a page and its attachments, whose number stands on each of its pages.
 * @param more what else can be asked once the region of the router is known.
 */
export const routerSeed = (
  access: Access,
  { cenId, transitRouterId }: { cenId: string; transitRouterId: string },
  more: (router: TransitRouter) => readonly Seed[] = () => [],
) =>
  seed(
    transitRouterList({ cenId, transitRouterId }),
    () => readRouter(access, cenId, transitRouterId),
    ([router]) =>
      router
        ? [
            seed(attachmentList({ cenId, regionId: router.regionId, transitRouterId }), () =>
              readAttachments(access, cenId, router.regionId, transitRouterId),
            ),
            ...more(router),
          ]
        : [],
  )
