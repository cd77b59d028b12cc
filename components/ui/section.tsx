'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { Press } from './press'

interface SectionProps {
  title: string
  defaultOpen?: boolean
  /** The values inside in one line, shown while closed. */
  summary?: ReactNode
  /** At the right end of the band: an error count, a switch. */
  end?: ReactNode
  /** What is wrong with the section as a whole. */
  said?: readonly string[]
  children: ReactNode
}

const REVEAL = 'reveal'

/** Opens a section itself. */
export const openSection = (section: Element) => section.dispatchEvent(new Event(REVEAL))

/** Opens the closed sections around an element, so that it can be seen and focused. */
export function reveal(element: Element) {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.dataset['section'] === 'closed') at.dispatchEvent(new Event(REVEAL))
}

/**
 * A collapsible band with its content under it. The content of one that begins closed is made when the page is alive,
 * so that nothing waits for it; from then on it stays mounted and keeps what was typed.
 */
export function Section({ title, defaultOpen = true, summary, end, said, children }: SectionProps) {
  const [open, setOpen] = useState(defaultOpen)
  const isMade = useDeferredValue(true, defaultOpen)
  const root = useRef<HTMLFieldSetElement>(null)
  const id = useId()
  useEffect(() => {
    const element = root.current
    const open = () => flushSync(() => setOpen(true))
    element?.addEventListener(REVEAL, open)
    return () => element?.removeEventListener(REVEAL, open)
  }, [])
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <fieldset
      ref={root}
      aria-labelledby={`${id}-title`}
      data-section={open ? 'open' : 'closed'}
      className="min-w-0 rounded-card border border-line"
    >
      <header
        className="group flex min-h-11 items-center gap-3 rounded-card bg-band px-4 data-open:rounded-b-none data-open:border-b data-open:border-line"
        data-open={open ? '' : undefined}
      >
        <h2 className="shrink-0 text-section font-semibold">
          <Press
            id={`${id}-title`}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="-ml-1 flex h-8 items-center gap-2 rounded-control px-1 hover:text-brand"
          >
            <Chevron aria-hidden size={16} className="text-muted" />
            {title}
          </Press>
        </h2>
        {/* Cut to one line, and whole while the heading has the focus. */}
        <div className="min-w-0 flex-1 truncate mono text-muted group-has-[h2_button:focus-visible]:whitespace-normal">
          {!open && summary}
        </div>
        {end}
      </header>
      <div id={id} hidden={!open} className="px-4 py-4.5">
        {said?.map((text) => (
          <p key={text} data-invalid tabIndex={-1} className="mb-4 text-hint text-error">
            {text}
          </p>
        ))}
        {(open || isMade) && children}
      </div>
    </fieldset>
  )
}
