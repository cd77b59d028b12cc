'use client'
import { type FieldPath, type FieldPathValue, useFormContext, useWatch } from 'react-hook-form'

import type { ConnectionValues } from '@/lib/connection-form/values'

/** What every form around these sections has, whatever else it asks. */
export interface WithConnection {
  connection: ConnectionValues
}

/** The form around this component, as far as the sections of a connection know it. */
export const useConnectionForm = () => useFormContext<WithConnection>()

/** Follows one value of the connection; the component renders again when it changes, and only then. */
export function useValue<Name extends FieldPath<WithConnection>>(
  name: Name,
): FieldPathValue<WithConnection, Name> {
  const { control } = useConnectionForm()
  return useWatch({ control, name })
}

/** True while the connection has two tunnels of its own making. */
export const useIsDual = () => useValue('connection.tunnelMode') === 'dual'
