'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { Packed } from '@/lib/i18n/message'
import { useMessage } from '@/lib/i18n/use-message'

import type { Advice } from './advice'
import { wakeRow } from './awake-rows'
import { FieldHelp, FieldHelpButton } from './field-help'
import type { FieldTexts } from './labels'

interface FieldShellProps {
  /** Of the control; a group of controls has none and is named by `labelId`. */
  htmlFor?: string
  labelId: string
  describedBy: string
  /** Of the value, so that a link elsewhere can lead here. */
  path?: string
  label: string
  required?: boolean | undefined
  hint?: ReactNode
  help?: FieldTexts['help']
  error?: Packed | undefined
  advice?: Advice | undefined
  /** Sets the values of the advice's fix. */
  mend?: (fix: NonNullable<Advice['fix']>) => void
  after?: ReactNode
  children: ReactNode
}

/** One row of a form: label at the left, control, then what it should hold and what is wrong with it. */
export function FieldShell({
  htmlFor,
  labelId,
  describedBy,
  label,
  required,
  ...rest
}: FieldShellProps) {
  const name = (
    <>
      {required && (
        <span aria-hidden className="mr-1 text-error">
          *
        </span>
      )}
      <span id={labelId}>{label}</span>
    </>
  )
  const row = useRef<HTMLDivElement>(null)
  const [helped, setHelped] = useState(false)
  const { help } = rest
  // In the queue behind the controls, which take over first what was typed into them.
  useEffect(() => queueMicrotask(() => wakeRow(row.current)), [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- F1 in its control explains the field
    <div
      ref={row}
      className={rowClass}
      data-path={rest.path}
      onKeyDown={(event) => {
        if (event.key !== 'F1' || !help) return
        event.preventDefault()
        event.stopPropagation()
        setHelped(!helped)
      }}
    >
      <div className="text-label text-muted sm:pt-1.5 sm:text-right">
        {htmlFor ? <label htmlFor={htmlFor}>{name}</label> : name}
        {help && (
          <FieldHelpButton label={help.label} open={helped} onToggle={() => setHelped(!helped)} />
        )}
      </div>
      <div className="min-w-0">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">{rest.children}</div>
          {rest.after}
        </div>
        <div id={describedBy}>
          {rest.hint && <p className="mt-1 text-hint text-faint">{rest.hint}</p>}
          {help && helped && <FieldHelp text={help.text} reference={help.reference} />}
          <Remark {...rest} />
        </div>
      </div>
    </div>
  )
}

type RemarkProps = Pick<FieldShellProps, 'error' | 'advice' | 'mend'>

/** What is wrong with the value, or else worth knowing about it, with the change that mends it. */
function Remark({ error, advice, mend }: RemarkProps) {
  const translate = useMessage()
  const warned = advice?.severity === 'warning' ? advice.message : undefined
  const text = error ?? warned
  if (text === undefined) return null
  const fix = advice?.message === text ? advice.fix : undefined
  return (
    <p className={cx('mt-1 text-hint', error === undefined ? 'text-warning' : 'text-error')}>
      {translate(text)}
      {fix && (
        <Button variant="link" className="ml-2 text-hint!" onClick={() => mend?.(fix)}>
          {translate(fix.label)}
        </Button>
      )}
    </p>
  )
}

const rowClass = cx('grid items-start gap-x-3 gap-y-1', 'sm:grid-cols-[172px_minmax(0,472px)]')

/** A row of a form that shows something and asks nothing. */
export function ReadOnlyRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={rowClass}>
      <div className="text-label text-muted sm:py-1.5 sm:text-right">{label}</div>
      <div className="min-w-0 sm:py-1.5">{children}</div>
    </div>
  )
}

/** The rows of a form or section, 16 px apart. */
export function Rows({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-4">{children}</div>
}
