import type { AttachFormValues } from '@/lib/attach-form/values'
import { type AttachFacts, nameOf } from '@/lib/connection-form/facts'
import type { Fragment } from '@/lib/connection-form/fragment'

/** One step of what OK does. `skipped`: the form says not to; it is listed so that the reader knows. */
export interface PlanStep {
  step: 'create' | 'attach' | 'associate' | 'propagate'
  title: Fragment<'plan'>
  detail: Fragment<'plan'>
  skipped: boolean
}

/** The step that makes a connection, whatever follows it. */
export const CREATE_STEP: PlanStep = {
  step: 'create',
  title: { key: 'create' },
  detail: { key: 'createDetail' },
  skipped: false,
}

/** What OK will do, in order. */
export function planOf(values: AttachFormValues, { router }: AttachFacts): PlanStep[] {
  const { resource, connection, advanced, transitRouterId } = values
  const routerName = nameOf(router?.transitRouterName ?? '', transitRouterId)
  const creates = resource.kind === 'create'
  const advertises = advanced.autoPublishRouteEnabled && (!creates || connection.enableBgp)
  const steps: PlanStep[] = [
    {
      step: 'attach',
      title: creates
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
