'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import type { TableColumn } from '@/components/ui/table-model'
import { type Light, type Lights, lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { weakAlgorithmsOf } from '@/lib/ipsec-connections/weak-algorithms'

import { ConnectionLight, useLightWord } from './light'

/**
 * The four lights of a row's connection, each sorted and filtered by, and out of sight its weak algorithms and its
 * number of tunnels: `tunnel:down`, `bgp:down`, `crypto:weak`, `mode:single`, the same in either language.
 */
export function useLightColumns(): <Row>(
  connectionOf: (row: Row) => IpsecConnection | undefined,
) => TableColumn<Row>[] {
  const t = useTranslations('attachment.light')
  const word = useLightWord()
  return useCallback(
    <Row,>(connectionOf: (row: Row) => IpsecConnection | undefined): TableColumn<Row>[] => {
      const light = (id: string, name: keyof Lights): TableColumn<Row> => {
        const of = (row: Row): Light | undefined => {
          const connection = connectionOf(row)
          return connection && lightsOf(connection)[name]
        }
        return {
          id,
          header: t(`name.${name}`),
          value: (row) => {
            const found = of(row)
            return found && word(found)
          },
          cell: (row) => {
            const found = of(row)
            return found && <ConnectionLight light={found} />
          },
          choices: (row) => choiceOf(of(row)),
          quiet: true,
          // As wide as its longest word: it may come after the rows.
          width: 'min-w-28',
        }
      }
      const hidden = (
        id: 'crypto' | 'mode',
        value: (connection: IpsecConnection) => string,
        choice: (connection: IpsecConnection) => string,
      ): TableColumn<Row> => ({
        id,
        header: t(`name.${id}`),
        value: (row) => {
          const connection = connectionOf(row)
          return connection && value(connection)
        },
        choices: (row) => {
          const connection = connectionOf(row)
          return connection ? choice(connection) : ''
        },
        quiet: true,
        hidden: true,
      })
      return [
        light('ike', 'ike'),
        light('tunnel', 'ipsec'),
        light('bgp', 'bgp'),
        light('health', 'healthCheck'),
        hidden(
          'crypto',
          (connection) => weakAlgorithmsOf(connection).join(', ') || t('strong'),
          (connection) => (weakAlgorithmsOf(connection).length > 0 ? 'weak' : 'strong'),
        ),
        hidden(
          'mode',
          ({ tunnels }) => t(tunnels.length > 1 ? 'dual' : 'single'),
          ({ tunnels }) => (tunnels.length > 1 ? 'dual' : 'single'),
        ),
      ]
    },
    [t, word],
  )
}

/** What the address calls it; one tunnel of two that is down is down too. */
function choiceOf(light: Light | undefined): string {
  if (!light) return ''
  if (light.word === 'some') return `partly-down-${light.up}-of-${light.of}`
  if (light.word === 'failing') return 'down-failing'
  return light.word === 'other' ? light.raw : light.word
}
