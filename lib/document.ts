import 'server-only'
import { headers } from 'next/headers'

/** Whether the browser asked for a whole page; moving within the console asks for a part of one, where no status shows. */
export const isDocument = async (): Promise<boolean> =>
  (await headers()).get('sec-fetch-dest') !== 'empty'
