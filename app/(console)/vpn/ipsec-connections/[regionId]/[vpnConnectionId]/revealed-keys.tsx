'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { revealKeys } from '@/app/(console)/device-actions'
import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { answerOf } from '@/lib/failure/in-browser'
import type { PreSharedKey } from '@/lib/ipsec-connections/schema'
import type { ActionFailure } from '@/lib/request/result'

import { useOpenConnection } from './open-connection'

/** Seconds for which a key stays on the screen. */
const SHOWN_FOR = 30

const HIDDEN = '•'.repeat(16)

/** The pre-shared keys: on request, for a short while, and only while the reader is at them. */
export function RevealedKeys() {
  const t = useTranslations('ipsecConnections.psk')
  const { regionId, vpnConnectionId, tunnels } = useOpenConnection()
  const [keys, setKeys] = useState<PreSharedKey[] | undefined>()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const shown = keys !== undefined
  const hide = () => setKeys(undefined)

  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(hide, SHOWN_FOR * 1000)
    window.addEventListener('blur', hide)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [shown])

  const show = async () => {
    setPending(true)
    setFailure(undefined)
    const result = await answerOf(() => revealKeys({ regionId, vpnConnectionId }))
    setPending(false)
    if (result.ok) setKeys(result.value)
    else setFailure(result)
  }
  const keyOf = (tunnelIndex: number) =>
    keys?.find((key) => key.tunnelIndex === tunnelIndex)?.psk ?? ''

  return (
    <div
      tabIndex={-1}
      className="outline-none"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) hide()
      }}
    >
      <Panel
        title={t('title')}
        actions={
          <WriteButton
            permission="secrets.reveal"
            pending={pending}
            aria-pressed={shown}
            onClick={shown ? hide : () => void show()}
          >
            {t(shown ? 'hide' : 'show')}
          </WriteButton>
        }
      >
        <div className="flex flex-col gap-3">
          <KeyValues
            items={tunnels.map(({ tunnelIndex }) => ({
              label: tunnels.length > 1 ? t('tunnel', { number: tunnelIndex }) : t('key'),
              value: shown ? (
                <CopyableSecret secret={keyOf(tunnelIndex)} />
              ) : (
                <>
                  <span aria-hidden className="mono text-muted">
                    {HIDDEN}
                  </span>
                  <span className="sr-only">{t('hidden')}</span>
                </>
              ),
            }))}
          />
          <p className="text-hint text-faint">{t('note', { seconds: SHOWN_FOR })}</p>
          {failure && <FailureAlert failure={failure} />}
        </div>
      </Panel>
    </div>
  )
}

/** The name of the button does not repeat the key. */
function CopyableSecret({ secret }: { secret: string }) {
  const t = useTranslations('ipsecConnections.psk')
  if (!secret) return t('none')
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <Code className="break-all">{secret}</Code>
      <CopyButton text={secret} what={t('title')} />
    </span>
  )
}
