'use client'
import { type ReactNode, useCallback } from 'react'

import { State, useStateWord } from '@/components/resource/state'
import type { Light } from '@/lib/ipsec-connections/lights'

const stateOf = ({ word, raw }: Light): string => (word === 'other' ? raw : word)

/** What a light says in the reader's language; a word of the cloud that we do not know stays the cloud's. */
export function useLightWord(): (light: Light) => string {
  const word = useStateWord()
  return useCallback(
    (light) => word('light', stateOf(light), { up: light.up, of: light.of }),
    [word],
  )
}

interface ConnectionLightProps {
  light: Light
  /** After the word. */
  children?: ReactNode
}

/** One of the four lights of a connection, as an icon and a word. */
export function ConnectionLight({ light, children }: ConnectionLightProps) {
  const { up, of } = light
  return (
    <State kind="light" of={stateOf(light)} values={{ up, of }}>
      {children}
    </State>
  )
}
