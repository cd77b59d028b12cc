'use client'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { Checkbox } from '@/components/ui/choice'

import { BoundField } from './bound-field'
import type { FieldProps } from './use-field'

interface ChoicesFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string[]>,
> extends FieldProps<Values, Name> {
  choices: readonly { value: string; label: string; detail?: string | undefined }[]
}

/** Any number of a few, all in sight. */
export function ChoicesField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string[]>,
>({ choices, ...props }: ChoicesFieldProps<Values, Name>) {
  return (
    <BoundField {...props} group>
      {({ ref, value, change, composite }) => {
        const chosen: readonly string[] = value
        const toggle = (each: string) =>
          choices
            .map((choice) => choice.value)
            .filter((one) => (one === each) !== chosen.includes(one)) as typeof value
        return (
          <fieldset
            ref={ref}
            tabIndex={-1}
            aria-labelledby={composite.labelledBy}
            aria-describedby={composite.describedBy}
            className="flex max-h-56 min-w-0 flex-col overflow-y-auto"
          >
            {choices.map((choice) => (
              <Checkbox
                key={choice.value}
                name={props.name}
                checked={chosen.includes(choice.value)}
                disabled={composite.disabled}
                onChange={() => change(toggle(choice.value))}
                onBlur={composite.onBlur}
              >
                <bdi>{choice.label}</bdi>
                {choice.detail && <span className="mono text-muted">{choice.detail}</span>}
              </Checkbox>
            ))}
          </fieldset>
        )
      }}
    </BoundField>
  )
}
