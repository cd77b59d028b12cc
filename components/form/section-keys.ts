'use client'
import { type RefObject, useEffect } from 'react'

import { focusQuietly } from '@/components/ui/focus'
import { openSection } from '@/components/ui/section'

/** The sections of a form, outermost ones only. */
const sectionsOf = (form: HTMLElement) =>
  [...form.querySelectorAll<HTMLElement>('[data-section]')].filter(
    (section) => section.parentElement?.closest('[data-section]') === null,
  )

const FIELDS = 'input:not([type=hidden]), textarea, [role=combobox], [role=switch], [tabindex="0"]'

/** Alt+1 to Alt+9 open a section and go to its first field; F6 and Shift+F6 go to the next and the last heading. */
export function useSectionKeys(form: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const element = form.current
      if (!element?.checkVisibility() || document.querySelector('[role=dialog]')) return
      const sections = sectionsOf(element)
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
      if (digit && event.altKey && !event.ctrlKey && !event.metaKey) {
        const section = sections[Number(digit) - 1]
        if (!section) return
        event.preventDefault()
        enter(section)
      }
      if (event.key === 'F6' && !event.ctrlKey && !event.altKey) {
        event.preventDefault()
        const at = sections.findIndex((section) => section.contains(document.activeElement))
        const next = sections.at((at + (event.shiftKey ? -1 : 1)) % sections.length)
        next?.querySelector<HTMLElement>('h2 button')?.focus()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [form, enabled])
}

function enter(section: HTMLElement) {
  openSection(section)
  const heading = section.querySelector('header')
  const field = [...section.querySelectorAll<HTMLElement>(FIELDS)].find(
    (control) => !heading?.contains(control) && control.checkVisibility(),
  )
  if (field) field.focus()
  else focusQuietly(section)
  section.scrollIntoView({ block: 'nearest' })
}
