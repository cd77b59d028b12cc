import type { AttachFormValues } from '@/lib/attach-form/values'
import { CREATE_STEP, type PlanStep } from '@/lib/connection-form/judge'
import { nameOf, type Surroundings } from '@/lib/connection-form/surroundings'

/** What OK will do, in order. */
export function planOf(values: AttachFormValues, { router }: Surroundings): PlanStep[] {
  const { resource, connection, advanced, transitRouterId } = values
  const routerName = nameOf(router?.transitRouterName ?? '', transitRouterId)
  const creates = resource.kind === 'create'
  const advertises = advanced.autoPublishRouteEnabled && (!creates || connection.enableBgp)
  const steps: PlanStep[] = [
    {
      step: 'attach',
      title:
        creates || resource.vpnId === ''
          ? { key: 'attach', values: { router: routerName } }
          : { key: 'attachSelected', values: { router: routerName, connection: resource.vpnId } },
      detail: { key: advertises ? 'attachAdvertising' : 'attachDetail' },
      skipped: false,
    },
    advanced.associateDefaultTable
      ? {
          step: 'associate',
          title: { key: 'associate' },
          detail: { key: 'associateDetail' },
          skipped: false,
        }
      : {
          step: 'associate',
          title: { key: 'notAssociated' },
          detail: { key: 'notAssociatedDetail' },
          skipped: true,
        },
    advanced.propagateToDefaultTable
      ? {
          step: 'propagate',
          title: { key: 'propagate' },
          detail: { key: 'propagateDetail' },
          skipped: false,
        }
      : {
          step: 'propagate',
          title: { key: 'notPropagated' },
          detail: { key: 'notPropagatedDetail' },
          skipped: true,
        },
  ]
  if (!creates) return steps
  return [CREATE_STEP, ...steps]
}
