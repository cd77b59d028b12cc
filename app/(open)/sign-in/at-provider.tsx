'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

import { useActionForm } from '@/components/form/use-action-form'
import { CredentialsForm } from '@/components/shell/credentials-form'
import { elsewhereSchema } from '@/lib/people/form'
import type { Purpose } from '@/lib/people/schema'
import type { ActionResult } from '@/lib/request/result'

interface AtProviderProps {
  /** Why, where it leads then, and whose page waits for it. */
  asked: { purpose: Purpose; next: string; email: string }
  /** Who says who people are. */
  provider: string
  /** Goes there without being told to. */
  atOnce?: boolean
  begin: (asked: AtProviderProps['asked']) => Promise<ActionResult<{ address: string }>>
}

/** Leads to the provider. */
export function AtProvider({ asked, provider, atOnce = false, begin }: AtProviderProps) {
  const t = useTranslations('signIn')
  const form = useActionForm({
    schema: elsewhereSchema,
    defaultValues: asked,
    action: begin,
    onSuccess: ({ address }) => window.location.assign(address),
  })
  const { submit } = form
  const isBegun = useRef(false)
  useEffect(() => {
    if (!atOnce || isBegun.current) return
    isBegun.current = true
    void submit()
  }, [atOnce, submit])
  return (
    <CredentialsForm form={form} submitLabel={t('elsewhere', { provider })}>
      {null}
    </CredentialsForm>
  )
}
