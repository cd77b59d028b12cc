'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useImperativeHandle, useRef, useState } from 'react'

import { cx } from './cx'
import { controlClass } from './input'
import { opened } from './late'
import { Press } from './press'
import type { SelectProps } from './select-popup'
import { Spinner } from './spinner'

// The list with its positioning and search weighs more than a page of closed selects.
const SelectPopup = opened(() => import('./select-popup').then((m) => m.SelectPopup))

export type { Option, SelectProps } from './select-popup'

/** Choose one of a list. Above seven options the list can be searched; typing on the closed select searches at once. */
export function Select({ ref, ...props }: SelectProps) {
  const { options, value, labelledBy, describedBy, id, invalid, disabled, required, mono } = props
  const t = useTranslations('ui')
  const trigger = useRef<HTMLButtonElement>(null)
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => trigger.current)
  const [opened, setOpened] = useState<{ query: string } | undefined>()
  const chosen = options.find((option) => option.value === value)
  const shown = chosen ?? (value ? { value, label: value, detail: undefined } : undefined)

  const onKeyDown = (event: KeyboardEvent) => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return
    const typed = event.key.length === 1 && event.key !== ' '
    if (!typed && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    // What is typed while the list is on its way is not lost.
    setOpened((before) => ({ query: (before?.query ?? '') + (typed ? event.key : '') }))
  }

  return (
    <div className="relative min-w-0 flex-1">
      <Press
        ref={trigger}
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native select shows no second text, search or retry
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={opened !== undefined}
        aria-controls={opened && `${id}-list`}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        disabled={disabled}
        onBlur={opened ? undefined : props.onBlur}
        onKeyDown={onKeyDown}
        onClick={() => setOpened(opened ? undefined : { query: '' })}
        className={cx(controlClass(invalid), 'flex h-8 items-center gap-2 text-left')}
      >
        <span
          className={cx(
            'flex min-w-0 flex-1 items-baseline gap-2 truncate',
            !shown && 'text-faint',
          )}
        >
          <bdi className={cx('truncate', mono && 'mono')}>
            {shown?.label ?? props.placeholder ?? t('select.placeholder')}
          </bdi>
          {shown?.detail && <bdi className="truncate mono text-muted">{shown.detail}</bdi>}
        </span>
        {props.loading ? (
          <Spinner />
        ) : (
          <ChevronDown aria-hidden size={16} className="shrink-0 text-muted" />
        )}
      </Press>
      {opened && (
        <SelectPopup
          {...props}
          listId={`${id}-list`}
          anchor={trigger}
          query={opened.query}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  )
}
