import type { Limits } from '@/lib/people/limits'
import { isRegionId } from '@/lib/text/ids'

/** The region a page of one region opens with. */
const DEFAULT_REGION = 'eu-central-1'

/** The region an address asks for; when what it holds cannot be a region, the default one or one that is open to the reader. */
export function regionFrom(
  chosen: string | string[] | null | undefined,
  limits: Limits | undefined,
): string {
  if (typeof chosen === 'string' && isRegionId(chosen)) return chosen
  const open = limits?.regionIds
  return open && !open.includes(DEFAULT_REGION) ? (open[0] ?? DEFAULT_REGION) : DEFAULT_REGION
}
