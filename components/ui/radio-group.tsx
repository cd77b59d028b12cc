'use client'
import { type FocusEventHandler, type Ref, useId } from 'react'

import { cx } from './cx'

export interface Choice {
  value: string
  label: string
  /** Why it cannot be chosen now; shown beside it. */
  reason?: string | undefined
}

export interface RadioGroupProps {
  choices: readonly Choice[]
  value: string
  onChange: (value: string) => void
  onBlur?: FocusEventHandler
  disabled?: boolean
  invalid?: boolean
  required?: boolean
  labelledBy: string
  describedBy?: string | undefined
  ref?: Ref<HTMLInputElement>
  /** `segmented`: side by side in one frame, for two or three short words. */
  variant?: 'radio' | 'segmented'
}

/** Two to seven choices, all in sight. Arrow keys move between them, as native radio buttons do. */
export function RadioGroup({ choices, value, variant = 'radio', ...rest }: RadioGroupProps) {
  const name = useId()
  const { labelledBy, describedBy, invalid, required, disabled, onChange, onBlur, ref } = rest
  const segmented = variant === 'segmented'
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={required || undefined}
      className={cx(
        segmented
          ? 'inline-flex w-fit max-w-full flex-wrap rounded-control'
          : 'flex min-h-8 flex-wrap items-center gap-x-6',
        segmented && invalid && 'ring-1 ring-error',
      )}
    >
      {choices.map((choice, index) => (
        <label
          key={choice.value}
          className={segmented ? segment : 'inline-flex items-center gap-2'}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={disabled || choice.reason !== undefined}
            ref={(choice.value === value || (!value && index === 0)) && ref ? ref : undefined}
            onChange={() => onChange(choice.value)}
            onBlur={onBlur}
            className={segmented ? 'sr-only' : 'size-4 shrink-0 accent-brand'}
          />
          <span className={cx('shrink-0', choice.reason !== undefined && 'text-faint')}>
            {choice.label}
          </span>
          {choice.reason !== undefined && !segmented && (
            <span className="text-hint text-faint">{choice.reason}</span>
          )}
        </label>
      ))}
    </div>
  )
}

const segment =
  'relative inline-flex h-8 cursor-pointer items-center border border-control px-3.5 not-first:-ml-px first:rounded-l-control last:rounded-r-control hover:text-brand has-checked:z-10 has-checked:border-brand has-checked:bg-brand-soft has-checked:font-medium has-checked:text-brand has-disabled:text-faint has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-brand'
