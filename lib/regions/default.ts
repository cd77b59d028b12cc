import { isRegionId } from '@/lib/text/ids'

/** The region a page of one region opens with. */
const DEFAULT_REGION = 'eu-central-1'

/** The region an address asks for; the default one when what it holds cannot be a region. */
export const regionFrom = (chosen: string | string[] | null | undefined): string =>
  typeof chosen === 'string' && isRegionId(chosen) ? chosen : DEFAULT_REGION
