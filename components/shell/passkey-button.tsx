'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { Button } from '@/components/ui/button'
import { FailureAlert } from '@/components/write/failure-alert'
import { answerOf } from '@/lib/failure/in-browser'
import type { Signed } from '@/lib/people/passkey-answer'
import { byPasskey } from '@/lib/people/passkey-in-browser'
import type { AskedUse } from '@/lib/people/webauthn'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

/** What a passkey is asked, and what it signed. */
export interface PasskeyActions {
  begin: (input: Record<string, never>) => Promise<ActionResult<AskedUse>>
  end: (signed: Signed) => Promise<ActionResult<unknown>>
}

interface PasskeyButtonProps extends PasskeyActions {
  label: string
  primary?: boolean
  /** When nothing else is asked for. */
  takesFocus?: boolean
  onDone: () => void | Promise<void>
  /** What stands beside the button. */
  children?: ReactNode
}

/** A press that asks the browser for a passkey; what came of it stands above. */
export function PasskeyButton({ label, children, ...props }: PasskeyButtonProps) {
  const { primary = false, takesFocus = false, begin, end, onDone } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure>()
  const press = async () => {
    setPending(true)
    setFailure(undefined)
    const answer = await answerOf(() => byPasskey(() => begin({}), end))
    if (answer.ok) return await onDone()
    setPending(false)
    const [said = answer.message] = Object.values(answer.fieldErrors ?? {})
    return setFailure({ ...answer, message: said })
  }
  return (
    <div className="flex flex-col items-start gap-3">
      {failure && <FailureAlert failure={failure} />}
      <div className="flex items-center gap-2.5">
        <Button
          ref={button}
          variant={primary ? 'primary' : 'normal'}
          pending={pending}
          onClick={() => void press()}
        >
          {label}
        </Button>
        {children}
      </div>
    </div>
  )
}
