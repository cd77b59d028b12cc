import 'server-only'
import { dictionary } from '@zxcvbn-ts/language-common'

import { InvalidInput } from '@/lib/failure/errors'
import { message, type RuleKey } from '@/lib/i18n/message'
import { once } from '@/lib/request/once'

/** The passwords that are tried first, because most people chose one of them. */
const common = () => once('common passwords', () => new Set<string>(dictionary['passwords-common']))

/**
 * Refuses a password that others guess: one of the common ones, also with signs around it, or the person's own name or
 * address. Which signs it is made of is not asked. NIST SP 800-63B-4, section 3.1.1.2.
 * @throws InvalidInput
 */
export function checkPassword(password: string, { email, name }: { email: string; name: string }) {
  const said = password.toLowerCase()
  const bare = withoutSignsAround(said)
  const own = [email, email.split('@')[0], name].map((text) => text?.toLowerCase())
  if (own.includes(said) || own.includes(bare)) refuse('people.passwordOwn')
  if (common().has(said) || common().has(bare)) refuse('people.passwordCommon')
}

/** `!!password1` is tried as soon as `password`. */
function withoutSignsAround(text: string): string {
  const isLetter = (at: number) => /\p{L}/u.test(text.charAt(at))
  let from = 0
  let to = text.length
  while (from < to && !isLetter(from)) from += 1
  while (to > from && !isLetter(to - 1)) to -= 1
  return text.slice(from, to)
}

function refuse(key: RuleKey): never {
  throw new InvalidInput([{ path: ['password'], message: message(key) }])
}
