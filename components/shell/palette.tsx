'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'

import { ConnectionLight } from '@/components/ipsec-connection/light'
import { QueryProvider } from '@/components/query/query-provider'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Spinner } from '@/components/ui/spinner'

import { useCopyLink } from './use-copy-link'
import { type Destination, type DestinationGroup, useDestinations } from './use-destinations'

/** More than anybody reads; the rest is found by typing on. */
const MOST = 80

const matches = ({ text }: Destination, query: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))

/** Goes to any page or resource by name, id or address. */
export function Palette(props: PaletteProps) {
  return (
    <QueryProvider>
      <OpenPalette {...props} />
    </QueryProvider>
  )
}

interface PaletteProps {
  onClose: () => void
}

function OpenPalette({ onClose }: PaletteProps) {
  const t = useTranslations('palette')
  const { groups, reading, failed, retry } = useDestinations()
  const format = useFormatter()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={t('title')}
          className="fixed top-[10vh] left-1/2 z-40 flex max-h-[72vh] w-[calc(100vw-32px)] max-w-160 -translate-x-1/2 flex-col overflow-hidden rounded-card border border-line bg-raised shadow-dialog outline-none"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={matches}
            itemToStringValue={({ label }: Destination) => label}
            limit={MOST}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden size={16} className="shrink-0 text-muted" />
              <Autocomplete.Input
                aria-label={t('title')}
                placeholder={t('placeholder')}
                spellCheck={false}
                className="h-11 min-w-0 flex-1 bg-transparent text-section outline-none"
              />
              {reading && (
                <output className="flex items-center gap-1.5 text-hint text-muted">
                  <Spinner /> {t('reading')}
                </output>
              )}
            </div>
            <Autocomplete.Empty className="px-4 text-muted not-empty:py-4">
              {!reading && t('empty')}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain py-1 empty:p-0">
              {(group: DestinationGroup) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="px-4 pt-2 pb-1 text-hint text-muted">
                    {t(`group.${group.value}`)}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(destination: Destination) => (
                      <Row key={destination.key} destination={destination} onClose={onClose} />
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            {failed.length > 0 && (
              <p role="alert" className="flex gap-3 border-t border-line px-4 py-2 text-warning">
                <span className="flex-1">{t('failed', { what: format.list(failed) })}</span>
                <Retry onClick={retry} />
              </p>
            )}
            <p className="flex flex-wrap gap-x-4 border-t border-line px-4 py-2 text-hint text-faint">
              <span className="flex-1">{t('keys')}</span>
              <CopyLink onDone={onClose} />
            </p>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Row({ destination, onClose }: { destination: Destination; onClose: () => void }) {
  const { href, label, detail, end, light } = destination
  return (
    <Autocomplete.Item
      value={destination}
      // A link, so that a form that would lose what was typed is asked first.
      render={<Link href={href} prefetch={false} />}
      onClick={onClose}
      className="flex min-h-9 items-baseline gap-3 px-4 py-1.5 data-highlighted:bg-brand-soft"
    >
      <bdi className="truncate">{label}</bdi>
      {detail && <bdi className="truncate mono text-muted">{detail}</bdi>}
      {light && (
        <span className="ml-auto shrink-0 text-hint">
          <ConnectionLight light={light} />
        </span>
      )}
      {end && (
        <span className={cx('shrink-0 text-hint text-muted', !light && 'ml-auto')}>{end}</span>
      )}
    </Autocomplete.Item>
  )
}

function CopyLink({ onDone }: { onDone: () => void }) {
  const t = useTranslations('shell.link')
  const copy = useCopyLink()
  return (
    <Button
      variant="link"
      onClick={() => {
        copy()
        onDone()
      }}
    >
      {t('copy')} <kbd className="mono opacity-75">.</kbd>
    </Button>
  )
}

function Retry({ onClick }: { onClick: () => void }) {
  const t = useTranslations('ui')
  return (
    <Button variant="link" onClick={onClick}>
      {t('retry')}
    </Button>
  )
}
