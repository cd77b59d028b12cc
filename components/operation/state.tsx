'use client'
import { useTranslations } from 'next-intl'

import { Status, type Tone } from '@/components/ui/status'
import type { OperationState as State } from '@/lib/operations/schema'

const tones: Record<State, Tone> = {
  running: 'changing',
  undoing: 'changing',
  'needs-decision': 'warning',
  done: 'ok',
  refused: 'error',
  cancelled: 'off',
  'rolled-back': 'off',
  kept: 'off',
}

/** The state of an operation as an icon and a word. */
export function OperationState({ state }: { state: State }) {
  const t = useTranslations('operations.state')
  return <Status tone={tones[state]}>{t(state)}</Status>
}
