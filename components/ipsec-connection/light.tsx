'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback } from 'react'

import { Status } from '@/components/ui/status'
import type { Light } from '@/lib/ipsec-connections/lights'

/** What a light says in the reader's language; a word of the cloud that we do not know stays the cloud's. */
export function useLightWord(): (light: Light) => string {
  const t = useTranslations('attachment.light')
  return useCallback(({ word, up, of, raw }) => (word === 'other' ? raw : t(word, { up, of })), [t])
}

interface ConnectionLightProps {
  light: Light
  /** After the word. */
  children?: ReactNode
}

/** One of the four lights of a connection, as an icon and a word. */
export function ConnectionLight({ light, children }: ConnectionLightProps) {
  const word = useLightWord()
  return (
    <Status tone={light.tone}>
      <bdi>{word(light)}</bdi>
      {children}
    </Status>
  )
}
