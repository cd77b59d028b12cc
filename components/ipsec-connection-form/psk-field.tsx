'use client'
import { useTranslations } from 'next-intl'

import { SecretField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

import { useSurroundings } from './surroundings-context'
import type { TunnelIndex } from './tunnels'
import { useConnectionForm, useValue } from './use-values'

export function PskField({ tunnel }: { tunnel: TunnelIndex }) {
  const t = useTranslations('attachForm.connection.tunnels.psk')
  const { control, setValue, trigger } = useConnectionForm()
  const name = `connection.tunnels.${tunnel}.psk` as const
  const psk = useValue(name)
  const left = useSurroundings().edited ? t('keeps') : t('hint')
  const generate = async () => {
    const { generatePsk } = await import('@/lib/connection-form/generate-psk')
    setValue(name, generatePsk(), { shouldDirty: true })
    await trigger(name)
  }
  return (
    <SecretField
      control={control}
      name={name}
      hint={psk === '' ? left : t('typed', { count: psk.length })}
      after={
        <>
          {psk !== '' && <CopyButton text={psk} what={t('label')} />}
          <Button aria-label={t('generateName')} onClick={() => void generate()}>
            {t('generate')}
          </Button>
        </>
      }
    />
  )
}
