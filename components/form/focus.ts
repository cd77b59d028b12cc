import { useDeferredValue, useEffect } from 'react'

import { focusQuietly } from '@/components/ui/focus'
import { reveal } from '@/components/ui/section'
import { readSegment } from '@/lib/navigation/routes'

/** The button that explains a field comes before its control. */
const CONTROLS =
  'input:not([type=hidden]), textarea, button:not([data-help]), [tabindex]:not([data-help])'

/** Opens the section of the first field in error and focuses its control; else shows why all of it failed. */
export function focusFirstError(form: HTMLFormElement) {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
  if (wrong) {
    show(wrong)
    return
  }
  const said = form.querySelector<HTMLElement>('[data-failure], [data-warnings]')
  said?.scrollIntoView({ block: 'nearest' })
  // Warnings leave it on OK, which sends them along; a field that went away takes it with it.
  if (said?.matches('[data-failure]') || (said && document.activeElement === document.body))
    focusQuietly(said)
}

/** Opens the section of a field and focuses its control; a cell of a list leads to the list. */
export function focusField(path: string) {
  const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  if (field) show(field)
  else if (path.includes('.')) focusField(path.slice(0, path.lastIndexOf('.')))
}

/** Goes to the field that the address names after its `#`, when the form has come to life. */
export function useFieldOfAddress() {
  // What is in closed sections is made in the same moment.
  const isWhole = useDeferredValue(true, false)
  useEffect(() => {
    const path = isWhole ? readSegment(window.location.hash.slice(1)) : ''
    // After the effects of the sections, which listen only then.
    if (path !== '') requestAnimationFrame(() => focusField(path))
  }, [isWhole])
}

function show(element: HTMLElement) {
  reveal(element)
  const control = element.matches(CONTROLS)
    ? element
    : (element.querySelector<HTMLElement>('input[type=radio]:checked') ??
      element.querySelector<HTMLElement>(CONTROLS))
  control?.focus()
}
