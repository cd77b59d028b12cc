'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  type Control,
  type FieldPath,
  type FieldValues,
  get,
  useFormContext,
  useFormState,
} from 'react-hook-form'

import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import { carried } from '@/lib/i18n/message'
import { useMessage } from '@/lib/i18n/use-message'
import { pathsIn } from '@/lib/text/form-paths'

import { wrongFields } from './use-field'

interface FormSectionProps<Values extends FieldValues> {
  control: Control<Values>
  title: string
  /** The paths of the fields inside, or of groups that are all inside (`connection.healthCheck`). */
  fields: readonly FieldPath<Values>[]
  defaultOpen?: boolean
  /** The values inside in one line, shown while closed. */
  summary?: ReactNode
  /** A switch for the whole section. */
  end?: ReactNode
  children: ReactNode
}

/** A section of a form: counts the problems of its fields in its band. */
export function FormSection<Values extends FieldValues>({
  control,
  fields,
  end,
  ...section
}: FormSectionProps<Values>) {
  const t = useTranslations('ui')
  const { errors } = useFormState({ control, name: [...fields] })
  const { getValues } = useFormContext<Values>()
  const translate = useMessage()
  const wrong = pathsIn(fields, wrongFields(errors))
  const count = wrong.length
  // The cloud refused a group of fields and did not say which one.
  const refused = wrong.filter(
    (path) => typeof getValues(path as FieldPath<Values>) === 'object' && !path.startsWith('tag'),
  )
  return (
    <Section
      {...section}
      said={refused.map((path) => translate(carried(String(get(errors, `${path}.message`)))))}
      end={
        <>
          {count > 0 && <Badge tone="error">{t('problems', { count })}</Badge>}
          {end}
        </>
      }
    />
  )
}
