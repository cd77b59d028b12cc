/** Says which account a page was made for; every request of the page carries it. */
export const ACCOUNT_HEADER = 'x-account'

/** The attribute of the document in which the page keeps it. */
export const ACCOUNT_ATTRIBUTE = 'account'

/** A header takes no letters beyond ASCII; the name of a profile may. */
export const asHeader = (profile: string): string => encodeURIComponent(profile)
