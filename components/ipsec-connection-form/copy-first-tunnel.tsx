'use client'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/button'

import { useConnectionForm } from './use-values'

/** Sets the encryption settings of tunnel 2 to those of tunnel 1. */
export function CopyFirstTunnel() {
  const t = useTranslations('attachForm.connection')
  const { getValues, setValue } = useConnectionForm()
  const copy = () => {
    const [first, second] = getValues('connection.tunnels')
    const { ike, ipsec, enableDpd, enableNatTraversal } = structuredClone(first)
    setValue(
      'connection.tunnels.1',
      { ...second, ike, ipsec, enableDpd, enableNatTraversal },
      { shouldDirty: true },
    )
  }
  return (
    <Button variant="link" onClick={copy}>
      {t('copyTunnel')}
    </Button>
  )
}
