'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
import type { OwnFactor } from '@/lib/people/schema'

import { removeAuthenticator, removePasskey } from './actions'

interface RemoveFactorProps {
  factor: OwnFactor
  onClose: () => void
}

export function RemoveFactor({ factor: { kind, passkey }, onClose }: RemoveFactorProps) {
  const t = useTranslations('account.factors.remove')
  const name = passkey?.name ?? ''
  return (
    <WriteDialog
      ofOneself
      danger
      title={t(`${kind}.title`, { name })}
      confirmLabel={t('open')}
      words={{ running: t(`${kind}.running`, { name }), done: t(`${kind}.done`, { name }) }}
      action={(_: object, nonce) =>
        passkey
          ? removePasskey({ passkeyId: passkey.passkeyId }, nonce)
          : removeAuthenticator({}, nonce)
      }
      input={{}}
      onClose={onClose}
    >
      <p>{t(`${kind}.body`)}</p>
    </WriteDialog>
  )
}
