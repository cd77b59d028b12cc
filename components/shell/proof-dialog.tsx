'use client'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { proofSchema } from '@/lib/people/form'
import type { ProofKind } from '@/lib/people/schema'
import type { ActionResult } from '@/lib/request/result'

import { CredentialsForm } from './credentials-form'

type Proof = z.input<typeof proofSchema>

export interface ProofDialogProps {
  /** By what the person of the page can prove to be there. */
  proofs: readonly ProofKind[]
  /** What gets the focus back: often a button of a dialog below. */
  from: HTMLElement | undefined
  /** Of the person the page was made for. */
  email: string
  prove: (said: Proof) => Promise<ActionResult<void>>
  onAnswer: (isProven: boolean) => void
}

/** Asks for a proof of who is there, over whatever is open. */
export function ProofDialog({ proofs, from, email, prove, onAnswer }: ProofDialogProps) {
  const t = useTranslations('shell.proof')
  const form = useActionForm<Proof, void>({
    schema: proofSchema,
    defaultValues: { by: 'password', password: '' },
    action: prove,
    onSuccess: () => onAnswer(true),
  })
  const cancel = () => onAnswer(false)
  return (
    <Dialog open title={t('title')} description={t('body')} firm finalFocus={from} onClose={cancel}>
      {proofs.includes('password') ? (
        <CredentialsForm form={form} submitLabel={t('submit')} onCancel={cancel}>
          <ReadOnlyRow label={t('as')}>
            <bdi>{email}</bdi>
          </ReadOnlyRow>
          <SecretField
            control={form.control}
            name="password"
            required
            autoComplete="current-password"
          />
        </CredentialsForm>
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p>{t('none')}</p>
          <Button onClick={cancel}>{t('close')}</Button>
        </div>
      )}
    </Dialog>
  )
}
