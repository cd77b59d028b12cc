'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { proofSchema } from '@/lib/people/form'
import type { ProofKind } from '@/lib/people/schema'
import type { ActionResult } from '@/lib/request/result'

import { CodeField } from './code-field'
import { CredentialsForm } from './credentials-form'
import { Elsewhere } from './elsewhere'
import { type PasskeyActions, PasskeyButton } from './passkey-button'

type Proof = z.input<typeof proofSchema>

export interface ProofDialogProps {
  /** By what the person of the page can prove to be there. */
  proofs: readonly ProofKind[]
  /** What gets the focus back: often a button of a dialog below. */
  from: HTMLElement | undefined
  /** Of the person the page was made for. */
  email: string
  /** Who says who people are, where the console does not. */
  provider?: string | undefined
  prove: (said: Proof) => Promise<ActionResult<void>>
  beginPasskey: PasskeyActions['begin']
  onAnswer: (isProven: boolean) => void
}

/** Asks for a proof of who is there, over whatever is open. */
export function ProofDialog({ proofs, from, ...rest }: ProofDialogProps) {
  const t = useTranslations('shell.proof')
  const [by, setBy] = useState(proofs[0])
  const cancel = () => rest.onAnswer(false)
  return (
    <Dialog open title={t('title')} description={t('body')} firm finalFocus={from} onClose={cancel}>
      {by === 'oidc' ? (
        <Elsewhere
          purpose="prove"
          email={rest.email}
          provider={rest.provider ?? ''}
          onDone={() => rest.onAnswer(true)}
          onCancel={cancel}
        />
      ) : by === 'passkey' ? (
        <PasskeyProof
          {...rest}
          others={proofs.filter((kind) => kind !== by)}
          onOther={setBy}
          onCancel={cancel}
        />
      ) : by ? (
        <ProofForm
          {...rest}
          key={by}
          by={by}
          others={proofs.filter((kind) => kind !== by)}
          onOther={setBy}
        />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p>{t('none')}</p>
          <Button onClick={cancel}>{t('close')}</Button>
        </div>
      )}
    </Dialog>
  )
}

/** What is typed; a passkey is asked by its own button. */
type Typed = Exclude<Proof['by'], 'passkey'>

const EMPTY = {
  password: { by: 'password', password: '' },
  totp: { by: 'totp', code: '' },
} as const satisfies { [Kind in Typed]: Extract<Proof, { by: Kind }> }

interface OthersProps {
  others: readonly ProofKind[]
  onOther: (by: ProofKind) => void
}

interface ProofFormProps
  extends OthersProps, Pick<ProofDialogProps, 'email' | 'prove' | 'onAnswer'> {
  by: Typed
}

/** One way to prove it, and the others beside it. */
function ProofForm({ by, others, onOther, email, prove, onAnswer }: ProofFormProps) {
  const t = useTranslations('shell.proof')
  const form = useActionForm<Proof, void>({
    schema: proofSchema,
    defaultValues: EMPTY[by],
    action: prove,
    onSuccess: () => onAnswer(true),
  })
  const { control } = form
  return (
    <CredentialsForm form={form} submitLabel={t('submit')} onCancel={() => onAnswer(false)}>
      <ReadOnlyRow label={t('as')}>
        <bdi>{email}</bdi>
      </ReadOnlyRow>
      {by === 'password' ? (
        <SecretField control={control} name="password" required autoComplete="current-password" />
      ) : (
        <CodeField control={control} name="code" />
      )}
      <Others others={others} onOther={onOther} />
    </CredentialsForm>
  )
}

interface PasskeyProofProps
  extends OthersProps, Pick<ProofDialogProps, 'email' | 'prove' | 'beginPasskey' | 'onAnswer'> {
  onCancel: () => void
}

function PasskeyProof({
  email,
  prove,
  beginPasskey,
  onAnswer,
  onCancel,
  ...others
}: PasskeyProofProps) {
  const t = useTranslations('shell')
  return (
    <div className="flex flex-col gap-4">
      <ReadOnlyRow label={t('proof.as')}>
        <bdi>{email}</bdi>
      </ReadOnlyRow>
      <div>
        <Others {...others} />
      </div>
      <div className="border-t border-line pt-4">
        <PasskeyButton
          primary
          takesFocus
          label={t('passkey.use')}
          begin={beginPasskey}
          end={(passkey) => prove({ by: 'passkey', passkey })}
          onDone={() => onAnswer(true)}
        >
          <Button onClick={onCancel}>{t('elsewhere.cancel')}</Button>
        </PasskeyButton>
      </div>
    </div>
  )
}

/** The other ways to prove it. */
function Others({ others, onOther }: OthersProps) {
  const t = useTranslations('shell.proof.by')
  return others.map((kind) => (
    <Button key={kind} variant="link" onClick={() => onOther(kind)}>
      {t(kind)}
    </Button>
  ))
}
