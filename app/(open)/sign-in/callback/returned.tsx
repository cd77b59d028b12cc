'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'

import { TextLink } from '@/components/ui/text-link'
import { FailureAlert } from '@/components/write/failure-alert'
import { answerOf } from '@/lib/failure/in-browser'
import { routes } from '@/lib/navigation/routes'
import { tellDoneElsewhere } from '@/lib/people/done-elsewhere'
import type { Purpose } from '@/lib/people/schema'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

interface ReturnedProps {
  end: (input: {
    query: string
  }) => Promise<ActionResult<{ purpose: Purpose; next: string; email: string }>>
}

/** Ends what was begun in this browser, with what the provider put into the address. */
export function Returned({ end }: ReturnedProps) {
  const t = useTranslations('signIn')
  const [state, setState] = useState<'running' | 'done' | ActionFailure>('running')
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    const query = window.location.search.slice(1)
    // It opens nothing a second time; it need not stand in the history either.
    window.history.replaceState(null, '', routes.signInCallback())
    const finish = async () => {
      const ended = await answerOf(() => end({ query }))
      if (!ended.ok) return setState(ended)
      const { purpose, next, email } = ended.value
      // A full load: what was read before belongs to nobody.
      if (purpose === 'sign-in') return window.location.replace(next)
      tellDoneElsewhere(purpose, email)
      setState('done')
    }
    void finish()
  }, [end])
  if (state === 'running' || state === 'done') return <output>{t(state)}</output>
  return (
    <div className="flex flex-col items-start gap-3">
      <FailureAlert failure={state} />
      <TextLink href={routes.signIn()}>{t('again')}</TextLink>
    </div>
  )
}
