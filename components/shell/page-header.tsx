import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'

import { TextLink } from '@/components/ui/text-link'

interface Crumb {
  label: string
  /** The last one is the page itself and has none. */
  href?: string
  /** An id. */
  mono?: boolean
}

interface PageHeaderProps {
  /** From the top of the hierarchy to the page; a page at the top has none. */
  crumbs?: readonly Crumb[]
  title: ReactNode
  /** One line under the title: a sentence, or status and id. */
  description?: ReactNode
  actions?: ReactNode
}

/** Where the page stands, what it is called, and what can be done with all of it. */
export function PageHeader({ crumbs, title, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-4">
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <h1 className="text-title font-semibold break-words">{title}</h1>
          {description && <div className="mt-0.5 text-muted">{description}</div>}
        </div>
        {actions && <div className="flex max-w-full flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('breadcrumbs')}
      className="mb-2 flex min-h-5 flex-wrap items-center gap-2 text-label"
    >
      {crumbs.map(({ label, href, mono = false }, index) => (
        <Fragment key={href ?? label}>
          {index > 0 && (
            <span aria-hidden className="text-faint">
              /
            </span>
          )}
          {href ? (
            <TextLink href={href} mono={mono}>
              <bdi>{label}</bdi>
            </TextLink>
          ) : (
            <bdi aria-current="page" className={mono ? 'mono text-muted' : 'text-muted'}>
              {label}
            </bdi>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
