'use client'
import { type FieldPath, type FieldPathValue, useFormContext, useWatch } from 'react-hook-form'

import type { AttachFormValues } from '@/lib/attach-form/values'

/** The attach form around this component. */
export const useAttachForm = () => useFormContext<AttachFormValues>()

/** Follows one value of the attach form; the component renders again when it changes, and only then. */
export function useValue<Name extends FieldPath<AttachFormValues>>(
  name: Name,
): FieldPathValue<AttachFormValues, Name> {
  const { control } = useAttachForm()
  return useWatch({ control, name })
}
