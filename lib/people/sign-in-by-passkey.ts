import 'server-only'
import { withDatabase } from '@/lib/db/available'
import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { forgetAddressTry, mustBeTaken, takeAddressTry } from '@/lib/people/attempts'
import { beginSession } from '@/lib/people/begin-session'
import { PASSKEY_REFUSED, type Signed } from '@/lib/people/passkey-answer'
import { usedPasskey } from '@/lib/people/passkeys'
import { askedFrom, recordSignIn } from '@/lib/people/sign-in'

/**
 * Begins a session of this browser for the person of a passkey, which was unlocked: no password and no code is asked.
 * `email`: of whom it has to be, where a page waits for somebody.
 * @throws InvalidInput whatever is wrong, also when it is too soon after wrong ones
 */
export const signInByPasskey = (said: { passkey: Signed; email: string }): Promise<void> =>
  withDatabase(async () => {
    const address = await askedFrom()
    await mustBeTaken(takeAddressTry(address), 'passkey')
    const { owner, isRight } = await usedPasskey(said.passkey)
    const isOther = said.email !== '' && owner?.email !== said.email
    const isIn = isRight && !isOther
    const attempt = { ...(owner && { email: owner.email }), address }
    await recordSignIn(attempt, { by: 'passkey', outcome: isIn ? 'accepted' : 'refused' })
    if (!isIn || !owner) {
      const text = isRight ? message('people.passkeyOther') : PASSKEY_REFUSED
      throw new InvalidInput([{ path: ['passkey'], message: text }])
    }
    await forgetAddressTry(address)
    await beginSession(owner.personId)
  })
