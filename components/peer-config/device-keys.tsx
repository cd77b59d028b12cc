'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Button } from '@/components/ui/button'
import { PasswordInput } from '@/components/ui/password-input'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { parsePsk } from '@/lib/connection-form/read'
import { answerOf } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'
import type { PreSharedKey } from '@/lib/ipsec-connections/schema'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

interface DeviceKeysProps {
  /** One or two tunnels. */
  numbers: readonly number[]
  keys: readonly PreSharedKey[]
  onKeys: (keys: PreSharedKey[]) => void
  /** Shows the keys of a connection that exists, which the audit writes down. */
  reveal?: () => Promise<ActionResult<PreSharedKey[]>>
  /** The keys that a form holds. */
  formKeys?: () => PreSharedKey[]
}

/** Puts the key into the text: typed here, shown on request, or that of the form. Kept in this page alone. */
export function DeviceKeys({ numbers, keys, onKeys, reveal, formKeys }: DeviceKeysProps) {
  const t = useTranslations('peerConfig.keys')
  const id = useId()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const say = useMessage()
  const keyOf = (number: number) =>
    keys.find(({ tunnelIndex }) => tunnelIndex === number)?.psk ?? ''
  /** Why a typed key cannot be that of the cloud; it stays out of the text until it can. */
  const wrong = (number: number) => {
    const parsed = parsePsk(keyOf(number))
    return parsed.ok ? undefined : say(parsed.message)
  }
  const show = async () => {
    if (!reveal) return
    setPending(true)
    setFailure(undefined)
    const result = await answerOf(() => reveal())
    setPending(false)
    if (result.ok) onKeys(result.value)
    else setFailure(result)
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="text-hint text-faint">{t('note')}</p>
      <div className="flex flex-wrap items-end gap-3">
        {numbers.map((number) => (
          <div key={number} className="min-w-52 flex-1">
            <label htmlFor={`${id}-${number}`} className="mb-0.5 block text-hint text-muted">
              {numbers.length > 1 ? t('tunnel', { number }) : t('key')}
            </label>
            <PasswordInput
              id={`${id}-${number}`}
              value={keyOf(number)}
              invalid={wrong(number) !== undefined}
              aria-describedby={wrong(number) === undefined ? undefined : `${id}-${number}-text`}
              onChange={({ target: { value } }) =>
                onKeys([
                  ...keys.filter(({ tunnelIndex }) => tunnelIndex !== number),
                  ...(value ? [{ tunnelIndex: number, psk: value }] : []),
                ])
              }
            />
            {wrong(number) !== undefined && (
              <p id={`${id}-${number}-text`} className="mt-0.5 text-hint text-error">
                {wrong(number)}
              </p>
            )}
          </div>
        ))}
        {formKeys && <Button onClick={() => onKeys(formKeys())}>{t('fromForm')}</Button>}
        {reveal && (
          <WriteButton permission="secrets.reveal" pending={pending} onClick={() => void show()}>
            {t('reveal')}
          </WriteButton>
        )}
        {keys.length > 0 && <Button onClick={() => onKeys([])}>{t('forget')}</Button>}
      </div>
      {failure && <FailureAlert failure={failure} />}
    </div>
  )
}
