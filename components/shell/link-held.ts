/** What the link to this page holds behind its `#`: no browser sends that to a server. Browser only. */
export const linkHeld = (): string => window.location.hash.slice(1)
