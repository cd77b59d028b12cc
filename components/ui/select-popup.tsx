'use client'
import { Combobox } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  type FocusEventHandler,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useState,
} from 'react'

import { Button } from './button'
import { cx } from './cx'
import { Skeleton } from './skeleton'

/** Up to this many options are found faster by eye than by typing. */
const UNSEARCHED = 7

export interface Option {
  value: string
  label: string
  /** Second text in the monospace face: an id, an address. Searched too. */
  detail?: string | undefined
  /** Why it cannot be chosen; shown in the list. */
  reason?: string | undefined
}

interface Found {
  values?: readonly string[]
  more?: boolean
  failed?: string
}

export interface SelectProps {
  options: readonly Option[]
  /** Empty for nothing chosen. */
  value: string
  onChange: (value: string) => void
  onBlur?: FocusEventHandler
  labelledBy: string
  describedBy?: string | undefined
  id?: string
  placeholder?: string | undefined
  invalid?: boolean
  disabled?: boolean
  required?: boolean
  /** Values are ids or algorithms. */
  mono?: boolean
  /** The options are being read. */
  loading?: boolean
  /**
   * The options are the first of many: gives the values of those that a text is in, which are options by then, and
   * whether there are still others, or what went wrong. Never throws.
   */
  find?: ((text: string) => Promise<Found>) | undefined
  /** The options could not be read. */
  failed?: { message: string; onRetry: () => void } | undefined
  /** What to say, or offer, when there are no options. */
  empty?: ReactNode | undefined
  ref?: Ref<HTMLElement>
}

interface SelectPopupProps extends SelectProps {
  anchor: RefObject<HTMLButtonElement | null>
  listId: string
  /** What was typed on the closed select. */
  query: string
  onClose: () => void
}

const matches = (option: Option, query: string) =>
  `${option.label} ${option.detail ?? ''} ${option.value}`
    .toLowerCase()
    .includes(query.trim().toLowerCase())

/** What was typed, as far as it does not wait for more, in milliseconds. */
const PAUSE = 200

/** The options among which is chosen: all, or with `find` those that it found for what is typed. */
function useOptions({ options, find, query }: SelectPopupProps) {
  const [text, setText] = useState(query)
  const [answer, setAnswer] = useState<Answer>({ to: undefined })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!find) return
    let isCurrent = true
    const ask = () => void find(text).then((found) => isCurrent && setAnswer({ to: text, found }))
    const timer = setTimeout(ask, text === '' ? 0 : PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [find, text, attempt])
  if (!find) return { options, setText, more: false }
  const found = answer.to === text ? answer.found : undefined
  const optionOf = (value: string) => options.find((option) => option.value === value) ?? []
  return {
    // Until the answer is there, what is known already.
    options: found?.values?.flatMap(optionOf) ?? options.filter((option) => matches(option, text)),
    setText,
    loading: !found,
    more: found?.more ?? false,
    ...(found?.failed !== undefined && {
      failed: { message: found.failed, onRetry: () => setAttempt(attempt + 1) },
    }),
  }
}

interface Answer {
  to: string | undefined
  found?: Found
}

/** The open list of a select. */
export function SelectPopup(props: SelectPopupProps) {
  const { value, anchor, onClose } = props
  const t = useTranslations('ui')
  const { options, setText, more, ...read } = useOptions(props)
  const searched = props.find !== undefined || options.length > UNSEARCHED
  return (
    <Combobox.Root
      open
      items={options}
      value={props.options.find((option) => option.value === value) ?? null}
      isItemEqualToValue={(a: Option, b: Option) => a.value === b.value}
      itemToStringLabel={(option: Option) => option.label}
      filter={searched && !props.find ? matches : null}
      autoHighlight
      defaultInputValue={searched ? props.query : ''}
      onInputValueChange={setText}
      onValueChange={(option) => option && props.onChange(option.value)}
      onOpenChange={(open) => !open && onClose()}
    >
      <Combobox.Portal>
        <Combobox.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50">
          <Combobox.Popup
            finalFocus={anchor}
            aria-labelledby={props.labelledBy}
            className="flex max-h-[min(var(--available-height),22rem)] max-w-[min(var(--available-width),40rem)] min-w-(--anchor-width) flex-col overflow-hidden rounded-card border border-line bg-raised shadow-popup outline-none"
          >
            <Combobox.Input
              readOnly={!searched}
              aria-labelledby={props.labelledBy}
              placeholder={t('select.search')}
              className={cx(
                searched
                  ? 'h-9 shrink-0 border-b border-line bg-transparent px-3 text-body outline-none'
                  : 'sr-only',
              )}
            />
            <Waiting
              {...props}
              {...read}
              {...(props.find && { empty: t('select.noMatch') })}
              options={options}
            />
            {options.length > 0 && searched && (
              <Combobox.Empty className="px-3 text-muted not-empty:py-2">
                {t('select.noMatch')}
              </Combobox.Empty>
            )}
            <Combobox.List
              id={props.listId}
              className="overflow-y-auto overscroll-contain py-1 empty:p-0"
            >
              {(option: Option) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  disabled={option.reason !== undefined}
                  className="flex min-h-8 items-center gap-2 px-3 py-1 data-disabled:text-faint data-highlighted:not-data-disabled:bg-brand-soft"
                >
                  <span className="w-4 shrink-0 text-brand">
                    <Combobox.ItemIndicator>
                      <Check aria-hidden size={14} />
                    </Combobox.ItemIndicator>
                  </span>
                  <span className="flex flex-wrap items-baseline gap-x-2">
                    <bdi className={cx(props.mono && 'mono')}>{option.label}</bdi>
                    {option.detail && <bdi className="mono text-muted">{option.detail}</bdi>}
                    {option.reason && <span className="text-hint">{option.reason}</span>}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
            {more && (
              <p className="border-t border-line px-3 py-2 text-hint text-muted">
                {t('select.more', { count: options.length })}
              </p>
            )}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

/** What stands in the list while there is nothing to choose from. */
function Waiting({ options, loading, failed, empty }: SelectProps) {
  const t = useTranslations('ui')
  if (failed)
    return (
      <div role="alert" className="flex items-start gap-3 px-3 py-2 text-error">
        <span className="flex-1">{failed.message}</span>
        <Button variant="link" onClick={failed.onRetry}>
          {t('retry')}
        </Button>
      </div>
    )
  if (options.length > 0) return null
  return (
    <div className="px-3 py-2 text-muted">
      {loading ? <Skeleton className="w-40" /> : (empty ?? t('select.none'))}
    </div>
  )
}
