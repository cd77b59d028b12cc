import 'server-only'
import { headers } from 'next/headers'

/** Milliseconds a document waits for what decides whether it exists: once it is on its way it cannot become a 404. */
export const PATIENCE_TO_DECIDE = 3000

/** Whether the browser asked for a whole page; moving within the console asks for a part of one, where no status shows. */
export const isDocument = async (): Promise<boolean> =>
  (await headers()).get('sec-fetch-dest') !== 'empty'

/** Whether the page is made again as the answer to a server action; the browser has it and shows it meanwhile. */
export const isAfterAction = async (): Promise<boolean> => (await headers()).has('next-action')

/**
 * Whether a document is known not to exist. It is not when the answer fails or takes too long: the browser asks
 * again then and says why. A part of a page is not asked about: its surroundings have been read in the browser.
 */
export async function isMissing(isThere: () => Promise<boolean>): Promise<boolean> {
  if (!(await isDocument())) return false
  const late = new Promise<boolean>((done) => setTimeout(done, PATIENCE_TO_DECIDE, true))
  return !(await Promise.race([isThere().catch(() => true), late]))
}

/** The title of a page: the name that is read for it, or what stands in its address while there is none. */
export const titleOf = async (
  read: () => Promise<string | undefined>,
  otherwise: string,
): Promise<string> => (await read().catch(() => undefined)) || otherwise
