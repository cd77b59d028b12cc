/** Providers that deliver an address with dots and without them to one mailbox. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com'])

/** The mailbox of an address: what stands after a plus is chosen by its owner (RFC 5233). */
function mailboxOf(email: string): string {
  const address = email.normalize('NFKC').toLowerCase()
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  const [user = ''] = address.slice(0, Math.max(0, at)).split('+')
  return DOTLESS.has(domain) ? `${user.replaceAll('.', '')}@gmail.com` : `${user}@${domain}`
}

interface Somebody {
  personId: string
  email: string
}

/**
 * Whether who reads something asked for it: by the same account, or by another one of the same address. Where nobody is
 * known, nobody is another one.
 */
export const isAskedBy = (asker: Somebody | null, reader: Somebody | undefined): boolean =>
  !asker ||
  !reader ||
  asker.personId === reader.personId ||
  mailboxOf(asker.email) === mailboxOf(reader.email)
