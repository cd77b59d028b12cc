import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import type { Signed } from '@/lib/people/passkey-answer'
import type { ActionResult } from '@/lib/request/result'

import { type PasskeyActions, PasskeyButton } from './passkey-button'

/** Asks for a passkey, and signs in whose it is: only `email`, where that is somebody. */
export interface SignInByPasskey {
  begin: PasskeyActions['begin']
  end: (said: { passkey: Signed; email: string }) => Promise<ActionResult<void>>
}

interface PasskeySignInProps {
  /** The password was right, and is not enough; no code of an app would do. */
  needed: boolean
  /** Of whom it has to be; empty for anybody. */
  email: string
  passkey: SignInByPasskey
  onDone: () => void | Promise<void>
}

/** Signs in by a passkey alone. */
export function PasskeySignIn({ needed, email, passkey, onDone }: PasskeySignInProps) {
  const t = useTranslations('shell.passkey')
  return (
    <div className="flex flex-col items-start gap-3">
      {needed && <Alert tone="info">{t('needed')}</Alert>}
      <PasskeyButton
        label={t('signIn')}
        takesFocus={needed}
        begin={passkey.begin}
        end={(signed) => passkey.end({ passkey: signed, email })}
        onDone={onDone}
      />
    </div>
  )
}
