import { getTranslations } from 'next-intl/server'

import { get } from '@/lib/request/route'
import { readComparison } from '@/lib/route-tables/comparison-page'
import { comparisonParams } from '@/lib/route-tables/params'

export const GET = get({ schema: comparisonParams }, async (params, access) =>
  readComparison(
    access,
    params,
    await getTranslations('attachment.difference'),
    await getTranslations('resourceTypes'),
  ),
)
