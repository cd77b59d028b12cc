'use client'
import { type FieldPath, type FieldPathValue, useFormContext, useWatch } from 'react-hook-form'

import type { ConnectionValues } from '@/lib/attach-form/values'

/** What every form around these sections has, whatever else it asks. */
export interface HoldsConnection {
  connection: ConnectionValues
}

/** The form around this component, as far as the sections of a connection know it. */
export const useConnectionForm = () => useFormContext<HoldsConnection>()

/** Follows one value of the connection; the component renders again when it changes, and only then. */
export function useValue<Name extends FieldPath<HoldsConnection>>(
  name: Name,
): FieldPathValue<HoldsConnection, Name> {
  const { control } = useConnectionForm()
  return useWatch({ control, name })
}

/** True while the connection has two tunnels of its own making. */
export const useIsDual = () => useValue('connection.tunnelMode') === 'dual'
