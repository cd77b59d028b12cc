'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import {
  type Control,
  type FieldArrayPath,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  get,
  useFieldArray,
  useFormState,
} from 'react-hook-form'

import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { carried } from '@/lib/i18n/message'
import { useMessage } from '@/lib/i18n/use-message'
import { MAX_TAGS } from '@/lib/tags/limit'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { useField } from './use-field'

interface ListError {
  message?: string
  root?: { message?: string }
}

interface TagFieldProps<Values extends FieldValues> {
  control: Control<Values>
  /** The path of an array of `{key, value}`. */
  name: FieldArrayPath<Values>
}

/** Rows of key and value, at most as many as the cloud takes. */
export function TagField<Values extends FieldValues>({ control, name }: TagFieldProps<Values>) {
  const t = useTranslations('ui.tag')
  const id = useId()
  const texts = useFieldTexts(name)
  const { fields, append, remove } = useFieldArray({ control, name })
  const { errors } = useFormState({ control, name: name as FieldPath<Values> })
  // Of the list as a whole, which stands at its root once the list was checked; those of its cells stand at the cells.
  const held = get(errors, name) as ListError | undefined
  const said = (held?.root ?? held)?.message
  const error = said === undefined ? undefined : carried(said)
  const full = fields.length >= MAX_TAGS
  const add = () => append({ key: '', value: '' } as Parameters<typeof append>[0])
  return (
    <FieldShell
      labelId={`${id}-label`}
      describedBy={`${id}-text`}
      path={name}
      label={texts.label}
      hint={texts.hint}
      help={texts.help}
      error={error}
    >
      <fieldset
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-text`}
        data-invalid={error === undefined ? undefined : ''}
        className="flex min-w-0 flex-col gap-2"
      >
        {fields.map((row, index) => (
          <div key={row.id} className="flex items-start gap-2">
            <TagCell
              control={control}
              name={`${name}.${index}.key` as FieldPath<Values>}
              label={t('key', { row: index + 1 })}
            />
            <TagCell
              control={control}
              name={`${name}.${index}.value` as FieldPath<Values>}
              label={t('value', { row: index + 1 })}
            />
            <IconButton
              icon={X}
              label={t('remove', { row: index + 1 })}
              className="mt-0.5"
              onClick={() => remove(index)}
            />
          </div>
        ))}
        <div className="flex min-h-8 items-center gap-3">
          <Button
            variant="link"
            onClick={add}
            reason={full ? t('full', { max: MAX_TAGS }) : undefined}
          >
            {t('add')}
          </Button>
          <span className="text-label text-faint">
            {t('count', { count: fields.length, max: MAX_TAGS })}
          </span>
        </div>
      </fieldset>
    </FieldShell>
  )
}

interface TagCellProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
}

function TagCell<Values extends FieldValues>({ control, name, label }: TagCellProps<Values>) {
  const { ref, ...field } = useField({ control, name })
  const translate = useMessage()
  return (
    <div className="min-w-0 flex-1">
      <Input
        ref={ref}
        value={field.value}
        onChange={(event) =>
          field.onChange(event.target.value as FieldPathValue<Values, typeof name>)
        }
        onBlur={field.onBlur}
        aria-label={label}
        placeholder={label}
        aria-describedby={field.describedBy}
        invalid={field.error !== undefined}
      />
      <p id={field.describedBy} className="text-hint text-error not-empty:mt-1">
        {field.error && translate(field.error)}
      </p>
    </div>
  )
}
