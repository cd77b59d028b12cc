import { Check, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { allows, careOf, isApproved, permissionNames } from '@/lib/people/permissions'
import { roles } from '@/lib/people/schema'

type Key = Parameters<ReturnType<typeof useTranslations<'people.table.of'>>>[0]

const careKeys = { plain: 'plain', 'step-up': 'step_up', 'by-content': 'by_content' } as const

/** The table by which every action and read is judged, as it is. */
export function RoleTable() {
  const t = useTranslations('people')
  const of = useTranslations('people.table.of')
  return (
    <section aria-labelledby="roles" className="max-w-260">
      <h2 id="roles" className="mb-2 text-section font-semibold">
        {t('table.title')}
      </h2>
      <table className="w-full text-left text-label">
        <thead>
          <tr className="border-b border-line bg-band">
            <th scope="col" className="px-3 py-2 font-medium">
              {t('table.permission')}
            </th>
            {roles.map((role) => (
              <th key={role} scope="col" className="px-3 py-2 font-medium">
                {t(`roles.${role}`)}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 font-medium">
              {t('table.care.title')}
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              {t('table.second.title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {permissionNames.map((permission) => (
            <tr key={permission} className="border-b border-line">
              <th scope="row" className="px-3 py-2 font-normal">
                {of(permission.replaceAll(/[.-]/g, '_') as Key)}
              </th>
              {roles.map((role) => {
                const isAllowed = allows(role, permission)
                const Icon = isAllowed ? Check : Minus
                return (
                  <td
                    key={role}
                    className={isAllowed ? 'px-3 py-2 text-ok' : 'px-3 py-2 text-muted'}
                  >
                    <span className="inline-flex items-center gap-1.5">
                      <Icon aria-hidden size={14} />
                      {t(isAllowed ? 'table.yes' : 'table.no')}
                    </span>
                  </td>
                )
              })}
              <td className="px-3 py-2">{t(`table.care.${careKeys[careOf(permission)]}`)}</td>
              <td className="px-3 py-2">
                {t(isApproved(permission) ? 'table.second.yes' : 'table.second.no')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
