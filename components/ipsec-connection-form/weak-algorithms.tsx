'use client'
import { useTranslations } from 'next-intl'

import { focusField } from '@/components/form/focus'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/select'
import { useWordList } from '@/components/ui/use-word-list'
import { weaknessOf } from '@/lib/connection-form/weakness'

import { useJudgement } from './judge-context'
import { useConnectionForm } from './use-values'

/** Gives the options of a select of algorithms, the weak ones marked. */
export function useAlgorithms(): (algorithms: readonly string[]) => Option[] {
  const t = useTranslations('attachForm.connection')
  return (algorithms) =>
    algorithms.map((value) => ({
      value,
      // Guide, Encryption Algorithm: aes means aes128.
      label: value === 'aes' ? t('tunnels.ike.ikeEncAlg.options.aes') : value,
      detail: weaknessOf(value) && t('weak.mark'),
    }))
}

/** Says which of the chosen algorithms are weak, and sets strong ones in all phases at once. */
export function WeakNote() {
  const t = useTranslations('attachForm.connection.weak')
  const list = useWordList()
  const { getValues, setValue, trigger } = useConnectionForm()
  const weak = [...useJudgement().advice.values()].filter(({ rule }) => rule === 'crypto.weak')
  const fix = weak[0]?.fix
  if (!fix) return null
  // The rules speak of this form, so their paths are its paths.
  const paths = Object.keys(fix.set) as 'connection.tunnels.0.ike.ikeEncAlg'[]
  const algorithms = [...new Set(weak.map(({ path }) => getValues(path as (typeof paths)[number])))]
  const strengthen = () => {
    for (const path of paths) setValue(path, fix.set[path] as 'aes256', { shouldDirty: true })
    void trigger(paths)
    // The button goes with its note.
    if (paths[0]) focusField(paths[0])
  }
  return (
    <Alert
      tone="warning"
      title={t('title', { list: list(algorithms), count: algorithms.length })}
      actions={
        <Button variant="link" title={t('strongHint')} onClick={strengthen}>
          {t('strong')}
        </Button>
      }
    >
      {t('body')}
    </Alert>
  )
}
