'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { FieldShell } from '@/components/form/field-shell'
import { useFieldTexts } from '@/components/form/labels'
import { useField } from '@/components/form/use-field'
import { useSurroundings } from '@/components/ipsec-connection-form/surroundings-context'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { cx } from '@/components/ui/cx'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'

import { type Candidate, useCandidates, useGrants } from './candidates'
import { useFree } from './use-free'
import { useAttachForm, useValue } from './use-values'

/** From this many connections on the list can be filtered. */
const FILTERED = 6

/**
 * The connections that can be attached, each with enough beside its id to be told from the others.
 */
export function ConnectionPicker() {
  const t = useTranslations('attachForm.resource')
  const translate = useMessage()
  const { control } = useAttachForm()
  const router = useRouter()
  const { label, help } = useFieldTexts('resource.vpnId')
  const field = useField({ control, name: 'resource.vpnId' })
  const account = useValue('owner.vpnOwnerId')
  const other = useValue('owner.kind') === 'other'
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const { candidates, isRead, more, failure } = useOffered(wanted, other ? account : undefined)
  const shown = candidates.filter(({ searched }) => searched.includes(wanted))
  const isEmpty = candidates.length === 0 && wanted === ''
  const none = other ? (account ? 'noneGranted' : 'enterOwner') : 'none'
  return (
    <FieldShell
      {...field}
      label={label}
      help={help}
      required
      hint={other ? account && t('vpnId.hintOther', { account }) : t('vpnId.hint')}
    >
      <div
        role="radiogroup"
        aria-labelledby={field.labelId}
        aria-describedby={field.describedBy}
        aria-required
        aria-invalid={field.error ? true : undefined}
        className={cx(
          'overflow-hidden rounded-control border',
          field.error ? 'border-error ring-1 ring-error' : 'border-control',
        )}
      >
        {(candidates.length >= FILTERED || more || wanted !== '') && (
          <Input
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            aria-label={t('filter')}
            placeholder={t('filter')}
            className="rounded-none border-0 border-b border-line!"
          />
        )}
        <div className="max-h-72 overflow-y-auto">
          {shown.map((candidate, index) => (
            <Row
              key={candidate.vpnId}
              candidate={candidate}
              chosen={candidate.vpnId === field.value}
              reference={candidate.vpnId === field.value || index === 0 ? field.ref : undefined}
              onChoose={() => field.onChange(candidate.vpnId)}
              onBlur={field.onBlur}
            />
          ))}
          {failure && (
            <p role="alert" className="px-3 py-2 text-error">
              {failure.said && translate(failure.said)} ({failure.code}){' '}
              <Button variant="link" onClick={() => router.refresh()}>
                {t('refresh')}
              </Button>
            </p>
          )}
          {more && <p className="px-3 py-2 text-hint text-muted">{t('more')}</p>}
          {shown.length === 0 && !isRead && !failure && (
            <div className="px-3 py-2">
              <Skeleton className="w-40" />
            </div>
          )}
          {shown.length === 0 && isRead && (
            <p className="px-3 py-2 text-muted">
              {isEmpty ? t(none, { account }) : t('noMatch')}{' '}
              {none !== 'enterOwner' && (
                <Button variant="link" onClick={() => router.refresh()}>
                  {t('refresh')}
                </Button>
              )}
            </p>
          )}
        </div>
      </div>
    </FieldShell>
  )
}

/** What there is to choose from: of the account itself as the server finds it, of another one what it granted. */
function useOffered(wanted: string, account: string | undefined) {
  const { ofConnection, ofGrant } = useCandidates()
  const { reading } = useSurroundings()
  const grants = useGrants(account ?? '')
  const { found, failure, text } = useFree(wanted, account !== undefined)
  if (account !== undefined)
    return {
      candidates: grants?.map(ofGrant) ?? [],
      isRead: account === '' || !reading,
      more: false,
    }
  return {
    candidates: found?.items.map(ofConnection) ?? [],
    isRead: found !== undefined && text === wanted,
    more: found?.more ?? false,
    failure,
  }
}

interface RowProps {
  candidate: Candidate
  chosen: boolean
  reference: React.Ref<HTMLInputElement> | undefined
  onChoose: () => void
  onBlur: () => void
}

function Row({ candidate, chosen, reference, onChoose, onBlur }: RowProps) {
  const t = useTranslations('attachForm.resource')
  const { vpnId, name, details, at, blocked } = candidate
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its words are the name and the id
    <label
      className={cx(
        'flex items-start gap-2.5 border-line px-3 py-2 not-first:border-t',
        chosen ? 'bg-brand-soft' : 'hover:bg-band',
      )}
    >
      <input
        ref={reference}
        type="radio"
        name="resource.vpnId"
        value={vpnId}
        checked={chosen}
        disabled={blocked}
        onChange={onChoose}
        onBlur={onBlur}
        className="mt-0.5 size-4 shrink-0 accent-brand"
      />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <bdi>{name || t('unnamed')}</bdi>
          <Code className="text-muted">{vpnId}</Code>
        </span>
        <span className="block text-hint text-muted">
          {details.join(' · ')}
          {at.time && (
            <>
              {' · '}
              {t.rich(at.key, { when: () => <Time at={at.time} /> })}
            </>
          )}
        </span>
      </span>
    </label>
  )
}
