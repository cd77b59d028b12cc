'use client'
import { useTranslations } from 'next-intl'

/** Who pays for an attachment across accounts, in the reader's language; a word we do not know stays the cloud's. */
export function usePayerWord(): (orderType: string) => string {
  const t = useTranslations('grants.payers')
  return (orderType) => {
    const key = orderType as 'PayByCenOwner' // looked up before it is used
    return orderType !== '' && t.has(key) ? t(key) : orderType
  }
}
