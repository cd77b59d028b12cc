'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { State } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { Code, CodeBlock, CopyableCode } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { FailureAlert } from '@/components/write/failure-alert'
import { answerOf } from '@/lib/failure/in-browser'
import { siteQuery } from '@/lib/rehearsal/queries'
import { BREAKAGES, type PingResult, type RehearsalSite } from '@/lib/rehearsal/schema'
import type { ActionFailure } from '@/lib/request/result'

import { breakOne, ping } from './actions'

/** Each site that runs, with its state, the packets that pass, and what can be broken to practise. */
export function Sites() {
  const t = useTranslations('rehearsal')
  const sites = useQuery(siteQuery())
  if (sites.error && !sites.data)
    return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />
  if (!sites.data) return <Skeleton className="w-80" />
  if (sites.data.length === 0)
    return (
      <EmptyState title={t('empty.title')}>
        <p className="mb-2">{t('empty.body')}</p>
        <CodeBlock text="npm run rehearse -- site vco-… cen-101.conf cen-101-up frr.conf" />
      </EmptyState>
    )
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {sites.data.map((site) => (
        <SiteCard key={site.connectionId} site={site} onChanged={() => void sites.refetch()} />
      ))}
    </div>
  )
}

function SiteCard({ site, onChanged }: { site: RehearsalSite; onChanged: () => void }) {
  const t = useTranslations('rehearsal')
  const id = useId()
  const [pending, setPending] = useState<'break' | 'ping' | undefined>()
  const [reached, setReached] = useState<PingResult | undefined>()
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const { connectionId, tunnels, broken, packets } = site

  const change = async (what: string) => {
    setPending('break')
    const chosen = BREAKAGES.find((each) => each === what)
    const result = await answerOf(() => breakOne({ connectionId, ...(chosen && { what: chosen }) }))
    setFailure(result.ok ? undefined : result)
    setPending(undefined)
    setReached(undefined)
    onChanged()
  }
  const tryIt = async () => {
    setPending('ping')
    const result = await answerOf(() => ping({ connectionId }))
    if (result.ok) setReached(result.value)
    setFailure(result.ok ? undefined : result)
    setPending(undefined)
  }

  return (
    <Panel title={<bdi>{site.name || connectionId}</bdi>}>
      <div className="flex flex-col gap-3">
        <KeyValues
          items={[
            { label: t('connection'), value: <CopyableCode text={connectionId} /> },
            ...tunnels.map(({ Status: status, BgpStatus, learned }, index) => ({
              label: t('tunnel', { number: index + 1 }),
              value: (
                <span className="flex flex-wrap gap-x-3">
                  <State kind="site" of={status === 'ipsec_sa_established' ? 'up' : 'down'} />
                  {BgpStatus !== '' && (
                    <State kind="site" of={BgpStatus === 'success' ? 'bgpUp' : 'bgpDown'} />
                  )}
                  <Code className="text-muted">{learned.join(', ')}</Code>
                </span>
              ),
            })),
            { label: t('hosts'), value: <Code>{site.hosts.join(', ')}</Code> },
            { label: t('far'), value: <Code>{site.far.join(', ')}</Code> },
            { label: t('packets'), value: t('packetCount', packets) },
          ]}
        />
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-56">
            <span id={`${id}-label`} className="mb-0.5 block text-hint text-muted">
              {t('break')}
            </span>
            <Select
              id={id}
              labelledBy={`${id}-label`}
              value={broken ?? 'none'}
              disabled={pending !== undefined}
              options={(['none', ...BREAKAGES] as const).map((what) => ({
                value: what,
                label: t(`breakages.${what}`),
              }))}
              onChange={(what) => void change(what)}
            />
          </div>
          <Button pending={pending === 'ping'} onClick={() => void tryIt()}>
            {t('ping')}
          </Button>
        </div>
        <div aria-live="polite" className="text-label">
          {reached && (
            <ul className="flex flex-col gap-1">
              {reached.map(({ host, there, back }) => (
                <li key={host} className="flex flex-wrap gap-x-3">
                  <Code>{host}</Code>
                  <State kind="site" of={there ? 'there' : 'notThere'} />
                  <State kind="site" of={back ? 'back' : 'notBack'} />
                </li>
              ))}
            </ul>
          )}
        </div>
        {failure && <FailureAlert failure={failure} />}
      </div>
    </Panel>
  )
}
