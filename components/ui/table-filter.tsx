'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { tokensOf, writeToken } from '@/lib/table/filter'

import { Input } from './input'
import { Press } from './press'
import type { TableColumn } from './table-model'

/** Suggestions shown at once, and rows that are looked through for them. */
const SHOWN = 8
const LOOKED_AT = 500

interface TableFilterProps<Row> {
  label: string
  hint: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  query: string
  onQuery: (query: string) => void
}

/** Words, and what single columns must hold as chips; names of columns and their values are suggested. */
export function TableFilter<Row>(props: TableFilterProps<Row>) {
  const { label, hint, columns, rows, query, onQuery } = props
  const t = useTranslations('ui.table')
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [{ chips, typed }, setParts] = useState<Parts>(() => partsOf(query, columns))
  const latest = useRef(columns)
  useEffect(() => {
    latest.current = columns
  })
  // The address lags behind fast typing; it only wins when it changed for another reason.
  useEffect(() => {
    if (document.activeElement !== input.current) setParts(partsOf(query, latest.current))
  }, [query])
  const change = (next: Parts) => {
    setParts(next)
    onQuery(whole(next))
  }
  const take = (text: string) => {
    // A heading waits for its text; a whole token becomes a chip.
    const before = typed.slice(0, typed.length - lastWord(typed).length)
    if (text.endsWith(':')) change({ chips, typed: before + text })
    else change({ chips: [...chips, text], typed: before.trim() })
    input.current?.focus()
  }
  const suggestions = open ? suggestionsFor(lastWord(typed), columns, rows) : []
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
    if (event.key === 'Enter' && event.target === input.current)
      change(partsOf(whole({ chips, typed }), columns))
    if (event.key === 'Backspace' && typed === '' && event.target === input.current)
      change({ chips: chips.slice(0, -1), typed })
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [input.current, ...event.currentTarget.querySelectorAll<HTMLElement>('li button')]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    event.preventDefault()
    setOpen(true)
    stops[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]?.focus()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field and its suggestions
    <div
      className="relative flex max-w-140 min-w-48 flex-1 flex-wrap items-center gap-1.5"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {chips.map((chip) => (
        <Press
          key={chip}
          aria-label={t('removeFilter', { filter: shownAs(chip, columns) })}
          onClick={() => change({ chips: chips.filter((one) => one !== chip), typed })}
          className="inline-flex h-7 max-w-full items-center gap-1 rounded-control border border-brand bg-brand-soft px-2 text-label text-brand"
        >
          <bdi className="truncate">{shownAs(chip, columns)}</bdi>
          <X aria-hidden size={13} className="shrink-0" />
        </Press>
      ))}
      <div className="max-w-80 min-w-48 flex-1">
        <Input
          ref={input}
          type="search"
          aria-label={label}
          placeholder={hint}
          value={typed}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setOpen(true)
            change({ chips, typed: event.target.value })
          }}
        />
      </div>
      {suggestions.length > 0 && (
        <ul
          aria-label={t('suggestions')}
          className="absolute top-full left-0 z-20 mt-1 max-h-72 w-80 max-w-[calc(100vw-40px)] overflow-y-auto rounded-card border border-line bg-raised py-1 shadow-popup"
        >
          {suggestions.map((text) => (
            <li key={text}>
              <Press
                tabIndex={-1}
                onClick={() => take(text)}
                className="block w-full truncate px-3 py-1.5 text-left hover:bg-brand-soft focus:bg-brand-soft"
              >
                <bdi>{shownAs(text, columns)}</bdi>
              </Press>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface Parts {
  chips: readonly string[]
  typed: string
}

const whole = ({ chips, typed }: Parts) => [...chips, typed].filter(Boolean).join(' ')

/** What is about a column stands as a chip; words, and a heading that is still being typed, in the field. */
function partsOf(query: string, columns: readonly { id: string; header: string }[]): Parts {
  const tokens = tokensOf(query, columns)
  return {
    chips: tokens.filter(({ column }) => column).map(({ written }) => written),
    typed: tokens
      .filter(({ column }) => !column)
      .map(({ written }) => written)
      .join(' '),
  }
}

const lastWord = (typed: string) => typed.slice(typed.lastIndexOf(' ') + 1)

/** A token as it reads: `Customer gateway: munich-fw1`. */
function shownAs(token: string, columns: readonly { id: string; header: string }[]): string {
  const heading = columns.find(({ header }) => `${header.replaceAll(' ', '')}:` === token)
  if (heading) return `${heading.header}:`
  const [read] = tokensOf(token, columns)
  return read?.column ? `${read.column.header}: ${read.text}` : token
}

/** Headings that begin like what is typed, and values that hold it. */
function suggestionsFor<Row>(
  word: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): string[] {
  const [named, text = ''] = word.includes(':') ? word.split(':', 2) : []
  const wanted = (text || (named ? '' : word)).replaceAll('"', '').toLowerCase()
  const plain = (header: string) => header.replaceAll(' ', '').toLowerCase()
  const among = named
    ? columns.filter(({ header }) => plain(header).startsWith(named.toLowerCase()))
    : columns
  const headings = named
    ? []
    : columns
        .filter(({ header }) => plain(header).startsWith(word.toLowerCase()))
        .map(({ header }) => `${header.replaceAll(' ', '')}:`)
  const values = new Set<string>()
  if (named || word)
    for (const row of rows.slice(0, LOOKED_AT))
      for (const column of among) {
        const value = String(column.value(row) ?? '')
        if (value && value.toLowerCase().includes(wanted)) values.add(writeToken(column, value))
      }
  return [...headings, ...values].slice(0, SHOWN)
}
