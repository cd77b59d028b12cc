'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { Status, type Tone } from '@/components/ui/status'
import { type AttachState, attachStateOf } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

const tones: Record<AttachState, Tone> = {
  unattached: 'warning',
  attached: 'ok',
  attaching: 'changing',
  detaching: 'changing',
  updating: 'changing',
  provisioning: 'changing',
  upgrading: 'changing',
  financialLocked: 'error',
  deleted: 'neutral',
  vpnGateway: 'ok',
  other: 'neutral',
}

/** What a connection is bound to, in a word; a word of the cloud that we do not know stays the cloud's. */
export function useAttachWord(): (connection: IpsecConnection) => string {
  const t = useTranslations('ipsecConnections.attachState')
  return useCallback(
    (connection) => {
      const state = attachStateOf(connection)
      return state === 'other' ? `${connection.attachType} ${connection.state}`.trim() : t(state)
    },
    [t],
  )
}

export function AttachStatus({ connection }: { connection: IpsecConnection }) {
  const word = useAttachWord()
  return <Status tone={tones[attachStateOf(connection)]}>{word(connection)}</Status>
}
