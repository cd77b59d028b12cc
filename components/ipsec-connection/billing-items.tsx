import { useTranslations } from 'next-intl'

// Guide, Billing: the two tables, items in their order.
const ITEMS = {
  public: ['connection', 'forwarding', 'ipsec', 'transfer'],
  private: ['connection', 'forwarding', 'ipsec', 'outbound'],
} as const

/** What an attached connection is billed for, by gateway type, as the guide's two tables say. */
export function BillingItems() {
  const t = useTranslations('billing')
  return (
    <details className="text-label">
      <summary className="w-fit cursor-pointer font-medium text-brand hover:underline">
        {t('open')}
      </summary>
      <div className="mt-2 flex flex-col gap-4">
        {(['public', 'private'] as const).map((type) => (
          <table key={type} className="w-full border-collapse text-left">
            <caption className="pb-1 text-left font-semibold">{t(`${type}.title`)}</caption>
            <thead>
              <tr className="bg-band">
                <th scope="col" className="w-48 px-2 py-1 font-medium">
                  {t('item')}
                </th>
                <th scope="col" className="px-2 py-1 font-medium">
                  {t('description')}
                </th>
              </tr>
            </thead>
            <tbody>
              {ITEMS[type].map((item) => (
                <tr key={item} className="border-t border-line align-top">
                  <th scope="row" className="px-2 py-1 font-normal">
                    {t(`items.${item}`)}
                  </th>
                  <td className="px-2 py-1 text-muted">
                    {/* Each type has the texts of its own items, which the types cannot tell. */}
                    {t(`${type}.${item}` as 'public.ipsec')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </details>
  )
}
