/** Says with a write why it is made; percent-encoded, because a header takes no letters beyond ASCII. */
export const REASON_HEADER = 'x-reason'

/** More than any reason may have: of one that is too long enough is sent that the server says so. */
const ENOUGH = 300

/** A reason as a header. */
export const reasonAsHeader = (typed: string): string =>
  encodeURIComponent(typed.slice(0, ENOUGH).toWellFormed())
