'use client'
import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/badge'
import { Code } from '@/components/ui/code'
import { KeyValues } from '@/components/ui/key-values'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { Finding } from '@/lib/diagnosis/findings'

/** Where a finding leads: the editor at a field, and the configuration of the device. */
export interface FindingLinks {
  edit: (field: string) => string
  device: string
}

/** One reason why a tunnel is down: in words, with the line that shows it, both ends' values, and what to do at each end. */
export function FindingCard({ finding, links }: { finding: Finding; links: FindingLinks }) {
  const t = useTranslations('diagnosis')
  const { cause, certainty, evidence, code, reason, local, remote, at } = finding
  return (
    <section
      aria-label={t(`causes.${cause}.title`)}
      className="flex flex-col gap-2 rounded-card border border-line p-3"
    >
      <h3 className="flex flex-wrap items-baseline gap-2 font-semibold">
        {t(`causes.${cause}.title`)}
        <Badge tone={certainty === 'certain' ? 'error' : 'warning'}>{t(certainty)}</Badge>
      </h3>
      {code !== undefined && (
        <p className="text-hint text-muted">
          {t('said')} <Code>{code}</Code> {reason !== '' && <bdi>{reason}</bdi>}
          {at !== undefined && at !== '' && (
            <>
              {' · '}
              <Time at={at} precision="second" />
            </>
          )}
        </p>
      )}
      {evidence !== undefined && (
        <figure>
          <figcaption className="text-hint text-muted">{t('evidence')}</figcaption>
          <pre
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys
            tabIndex={0}
            className="overflow-x-auto rounded-control bg-sunken px-2 py-1 mono"
          >
            <bdi>{evidence}</bdi>
          </pre>
        </figure>
      )}
      {(local !== undefined || remote !== undefined) && (
        <KeyValues
          items={[
            { label: t('here'), value: <Code>{local ?? '–'}</Code> },
            { label: t('there'), value: <Code>{remote ?? '–'}</Code> },
          ]}
        />
      )}
      <dl className="text-label">
        <dt className="text-hint text-muted">{t('doHere')}</dt>
        <dd>
          {t(`causes.${cause}.here`)}{' '}
          {finding.fields[0] !== undefined && (
            <TextLink href={links.edit(finding.fields[0])}>{t('openEditor')}</TextLink>
          )}
        </dd>
        <dt className="mt-1.5 text-hint text-muted">{t('doThere')}</dt>
        <dd>
          {t(`causes.${cause}.device`)} <TextLink href={links.device}>{t('openDevice')}</TextLink>
        </dd>
      </dl>
    </section>
  )
}
