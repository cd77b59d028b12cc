'use client'
import { CircleCheck, CircleX, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { Button } from '@/components/ui/button'
import { Code, CopyableCode } from '@/components/ui/code'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import { TextLink } from '@/components/ui/text-link'
import { dismiss, type Notice, noticeStore } from '@/lib/notices/store'

/** How long a success stays, in milliseconds; a failure stays until it is put away. */
const DONE = 8000

const frames = {
  running: 'border-control',
  asks: 'border-warning',
  done: 'border-ok',
  failed: 'border-error',
} satisfies Record<Notice['state'], string>

/** One notice for each operation, which turns in place from under way into done or failed. */
export function Notifications() {
  const t = useTranslations('shell')
  const notices = useSyncExternalStore(
    noticeStore.subscribe,
    noticeStore.read,
    noticeStore.readOnServer,
  )
  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      // Above the bar in which a long form keeps its OK; a new one stands on those before it, which stay where they are.
      className="pointer-events-none fixed top-20 bottom-20 left-5 z-40 flex w-95 max-w-[calc(100vw-40px)] flex-col-reverse gap-2"
    >
      {usePlaces(notices).map((notice) => (
        <NoticeCard key={notice.id} notice={notice} gone={!notices.includes(notice)} />
      ))}
    </section>
  )
}

/**
 * Every notice in its place, the lowest first: one that is put away leaves its place empty while others stand on it,
 * so that they do not fall, and a new one takes the lowest that is empty.
 */
function usePlaces(notices: readonly Notice[]): readonly Notice[] {
  const [places, setPlaces] = useState<readonly Notice[]>([])
  const next = places.map((had) => notices.find(({ id }) => id === had.id) ?? had)
  for (const notice of notices) {
    if (next.includes(notice)) continue
    const empty = next.findIndex((had) => !notices.includes(had))
    next.splice(empty < 0 ? next.length : empty, empty < 0 ? 0 : 1, notice)
  }
  const highest = next.findLastIndex((had) => notices.includes(had))
  const shown = next.slice(0, highest + 1)
  if (shown.length !== places.length || shown.some((notice, at) => notice !== places[at]))
    setPlaces(shown)
  return shown
}

interface NoticeCardProps {
  notice: Notice
  /** It was put away; only its place is left. */
  gone: boolean
}

function NoticeCard({ notice, gone }: NoticeCardProps) {
  const { id, state, text, href, undo, code, requestId } = notice
  const t = useTranslations()
  // Three lines from the start: what it says of the end is shorter, or longer, than what it said before.
  const [turns] = useState(state === 'running')
  useEffect(() => {
    if (state !== 'done') return undefined
    const timer = setTimeout(() => dismiss(id), DONE)
    return () => clearTimeout(timer)
  }, [id, state])
  return (
    <div
      className={cx(
        'flex gap-2.5 rounded-card border bg-raised px-3.5 py-2.5 text-label shadow-popup',
        gone ? 'invisible' : 'pointer-events-auto',
        frames[state],
      )}
    >
      <span className="mt-0.5 shrink-0">
        {state === 'running' && <Spinner size={16} />}
        {state === 'asks' && <TriangleAlert aria-hidden size={16} className="text-warning" />}
        {state === 'done' && <CircleCheck aria-hidden size={16} className="text-ok" />}
        {state === 'failed' && <CircleX aria-hidden size={16} className="text-error" />}
      </span>
      <div className={cx('flex min-w-0 flex-1 flex-col break-words', turns && 'min-h-15')}>
        <div>
          <span className="sr-only">{t(`shell.notice.${state}`)} </span>
          {text}
        </div>
        {(href || undo) && (
          <div className="mt-auto flex gap-3">
            {href && (
              <TextLink href={href} className="underline">
                {t('shell.notice.view')}
              </TextLink>
            )}
            {undo && (
              <Button
                variant="link"
                onClick={() => {
                  dismiss(id)
                  undo.run()
                }}
              >
                {undo.label}
              </Button>
            )}
          </div>
        )}
        {code && (
          <div>
            <Code className="text-muted">{code}</Code>
          </div>
        )}
        {requestId && <CopyableCode text={requestId} className="text-muted" />}
      </div>
      <IconButton
        icon={X}
        size={14}
        label={t('ui.close')}
        className="-my-1"
        onClick={() => dismiss(id)}
      />
    </div>
  )
}
