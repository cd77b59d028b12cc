'use client'
import { useTranslations } from 'next-intl'

import { useChangeWords } from '@/components/resource/change-words'
import { keyPath, type SettingChange } from '@/lib/connection-edit/settings'

interface ChangesTableProps {
  changes: readonly SettingChange[]
  /** The tunnels whose keys change; the keys themselves are nowhere. */
  keys: readonly number[]
  caption: string
}

/** Each setting that differs, from what to what. */
export function ChangesTable({ changes, keys, caption }: ChangesTableProps) {
  const t = useTranslations('ipsecConnections.edit')
  const tell = useChangeWords()
  const told = tell(changes.map(({ path, from, to }) => ({ what: path, from, to })))
  const toldKeys = tell(keys.map((key) => ({ what: keyPath(key), from: '', to: '***' })))
  const rows = [...told, ...toldKeys.map((key) => ({ ...key, from: t('keyKept'), to: t('key') }))]
  return (
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
        {rows.map(({ key, label, from, to, nothing }) => (
          <tr key={key} className="border-t border-line align-top">
            <th scope="row" className="px-2 py-1 font-normal">
              {label}
            </th>
            <td className="px-2 py-1 break-all">
              <bdi className="mono">{from || nothing}</bdi>
            </td>
            <td className="px-2 py-1 break-all">
              <bdi className="mono">{to || nothing}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
