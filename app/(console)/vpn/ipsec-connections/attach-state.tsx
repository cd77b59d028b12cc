'use client'
import { useCallback } from 'react'

import { State, useStateWord } from '@/components/resource/state'
import { attachStateOf } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** The state of its binding; where nobody documents it, in the words of the cloud. */
const stateOf = (connection: IpsecConnection): string => {
  const state = attachStateOf(connection)
  return state === 'other' ? `${connection.attachType} ${connection.state}`.trim() : state
}

/** What a connection is bound to, in a word. */
export function useAttachWord(): (connection: IpsecConnection) => string {
  const word = useStateWord()
  return useCallback((connection) => word('connection', stateOf(connection)), [word])
}

export function AttachStatus({ connection }: { connection: IpsecConnection }) {
  return <State kind="connection" of={stateOf(connection)} />
}
