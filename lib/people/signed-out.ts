import { pageValue } from '@/lib/query/page-value'

/** Whether this page has to ask its person to sign in again. */
export const signedOutStore = pageValue(false)

/** The console said that the session of this page has ended. Browser only. */
export const tellSignedOut = (): void => signedOutStore.set(true)

/** Somebody signed in again, or does not want to now. */
export const forgetSignedOut = (): void => signedOutStore.set(false)
