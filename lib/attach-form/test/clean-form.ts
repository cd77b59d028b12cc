import { attachFormDefaults, type AttachFormValues } from '@/lib/attach-form/values'
import { cleanConnection } from '@/lib/connection-form/test/known'

/** A form that no rule has anything to say about. */
export const cleanForm = (): AttachFormValues => ({
  ...attachFormDefaults({
    regionId: 'eu-central-1',
    transitRouterId: 'tr-1',
    zoneId: 'eu-central-1a',
  }),
  connection: cleanConnection(),
})
