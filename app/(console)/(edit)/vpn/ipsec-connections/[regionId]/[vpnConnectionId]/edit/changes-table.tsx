'use client'
import { useTranslations } from 'next-intl'

import { LabelsProvider, useFieldTexts } from '@/components/form/labels'
import { keyPath, type SettingChange, tunnelOf } from '@/lib/connection-edit/settings'

interface ChangesTableProps {
  changes: readonly SettingChange[]
  /** The tunnels whose keys change; the keys themselves are nowhere. */
  keys: readonly number[]
  caption: string
}

/** Each setting that differs, from what to what. */
export function ChangesTable({ changes, keys, caption }: ChangesTableProps) {
  const t = useTranslations('ipsecConnections.edit')
  return (
    <LabelsProvider value="attachForm">
      <table className="w-full border-collapse text-left text-label">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="bg-band">
            {(['setting', 'from', 'to'] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-1 font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.path} {...change} />
          ))}
          {keys.map((key) => (
            <Row key={keyPath(key)} path={keyPath(key)} from={t('keyKept')} to={t('key')} />
          ))}
        </tbody>
      </table>
    </LabelsProvider>
  )
}

function Row({ path, from, to }: SettingChange) {
  const t = useTranslations('ipsecConnections.edit')
  const section = useTranslations('attachForm.section')
  const { label, option } = useFieldTexts(path)
  const tunnel = tunnelOf(path)
  const [, group] = /\.(ike|ipsec|bgp|healthCheck)\./.exec(path) ?? []
  const parts = [
    ...(tunnel === undefined ? [] : [section('tunnel', { number: tunnel + 1 })]),
    ...(group ? [section(group as 'ike')] : []),
  ]
  const read = (value: string) => {
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'on' : 'off')
    if (value === '') return t(/(local|remote)Id$/.test(path) ? 'address' : 'none')
    return option(value).split(',').join(', ')
  }
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="px-2 py-1 font-normal">
        {parts.reduceRight((name, part) => t('where', { part, name }), label)}
      </th>
      {[from, to].map((value, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- before and after keep their order
        <td key={index} className="px-2 py-1 break-all">
          <bdi className="mono">{read(value)}</bdi>
        </td>
      ))}
    </tr>
  )
}
