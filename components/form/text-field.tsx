'use client'
import { useTranslations } from 'next-intl'
import type { ChangeEvent, HTMLAttributes, ReactNode } from 'react'
import { type FieldPathByValue, type FieldValues, useWatch } from 'react-hook-form'

import { Input, TextArea } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { readDifferently } from '@/lib/net/cidr-list'
import { remarkOnName } from '@/lib/text/name'
import { trimEnds } from '@/lib/text/trim'

import { BoundField } from './bound-field'
import { useFieldTexts } from './labels'
import type { FieldProps } from './use-field'

type TextName<Values extends FieldValues> = FieldPathByValue<Values, string>

interface TextFieldProps<
  Values extends FieldValues,
  Name extends TextName<Values>,
> extends FieldProps<Values, Name> {
  mono?: boolean
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** What the browser may fill in by itself. */
  autoComplete?: 'username' | 'one-time-code'
  /** Shown greyed while empty: what an empty field comes to. */
  placeholder?: string | undefined
  /** Inside the frame: a unit, the value in another notation. */
  end?: ReactNode
}

export function TextField<Values extends FieldValues, Name extends TextName<Values>>({
  mono = false,
  inputMode,
  autoComplete,
  placeholder,
  end,
  ...props
}: TextFieldProps<Values, Name>) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, control, typed }) => (
        <Input
          {...control}
          {...typed}
          ref={ref}
          name={props.name}
          value={value}
          onChange={(event) => change(typedIn(event) as typeof value)}
          placeholder={placeholder ?? typed.placeholder}
          mono={mono}
          inputMode={inputMode}
          {...(autoComplete && { autoComplete })}
          end={end}
        />
      )}
    </BoundField>
  )
}

/** A name or a description: whatever one types, and a word where it is hard to tell from another. */
export function NameField<Values extends FieldValues, Name extends TextName<Values>>(
  props: FieldProps<Values, Name>,
) {
  return <TextField {...props} remark={remarkOnName} />
}

/**
 * A key: masked, revealed on request; `after` holds the button that generates one. With `autoComplete` a person's
 * password, which the browser may keep.
 */
export function SecretField<Values extends FieldValues, Name extends TextName<Values>>({
  autoComplete,
  ...props
}: FieldProps<Values, Name> & { autoComplete?: 'current-password' | 'new-password' }) {
  return (
    <BoundField {...props} verbatim>
      {({ ref, value, change, control, typed }) => (
        <PasswordInput
          {...control}
          {...typed}
          {...(autoComplete && { autoComplete, name: props.name })}
          ref={ref}
          value={value}
          onChange={(event) => change(event.target.value as typeof value)}
        />
      )}
    </BoundField>
  )
}

export function TextAreaField<Values extends FieldValues, Name extends TextName<Values>>({
  mono = false,
  ...props
}: FieldProps<Values, Name> & { mono?: boolean }) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, control, typed }) => (
        <TextArea
          {...control}
          {...typed}
          ref={ref}
          name={props.name}
          rows={2}
          value={value}
          onChange={(event) => change(typedIn(event) as typeof value)}
          mono={mono}
        />
      )}
    </BoundField>
  )
}

/** One CIDR block, as devices print it too. */
export function CidrField<Values extends FieldValues, Name extends TextName<Values>>(
  props: Omit<TextFieldProps<Values, Name>, 'mono'>,
) {
  return <TextField {...props} mono hint={<CidrHint {...props} />} />
}

/** CIDR blocks as they are pasted from elsewhere. */
export function CidrListField<Values extends FieldValues, Name extends TextName<Values>>(
  props: FieldProps<Values, Name>,
) {
  const t = useTranslations('ui')
  return <TextAreaField {...props} mono hint={<CidrHint {...props} otherwise={t('cidrList')} />} />
}

/** What the field is for; and what was read, where it was written in another way. */
function CidrHint<Values extends FieldValues, Name extends TextName<Values>>({
  control,
  name,
  hint,
  otherwise,
}: FieldProps<Values, Name> & { otherwise?: string }) {
  const t = useTranslations('ui')
  const texts = useFieldTexts(name)
  const read = readDifferently(useWatch({ control, name }))
  return (
    <>
      {hint ?? texts.hint ?? otherwise}{' '}
      {read && t.rich('readAs', { read, code: (chunks) => <span className="mono">{chunks}</span> })}
    </>
  )
}

/** The text of a control; what copying put around a pasted value is left out at once. */
function typedIn({ target, nativeEvent }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) {
  const pasted = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromPaste'
  return pasted ? trimEnds(target.value) : target.value
}
