import 'server-only'
import type { WitnessedWrite } from '@/lib/cloud/witness'
import { define } from '@/lib/operations/definition'

/** One call that waits for a second person. It is no durable operation: the approval sends it, or nothing does. */
interface CallInput {
  action: string
  parameters: Record<string, string>
  former: Record<string, string>
}

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    'approved-call': CallInput
  }
}

export const approvedCall = define({ kind: 'approved-call', exclusive: [], steps: () => [] })

/** How a call is sent, not what it does. */
const MEANS = new Set(['ClientToken', 'DryRun'])

/** What has to be the same when it is approved. */
export const contentOf = ({ action, parameters, former }: WitnessedWrite): CallInput => ({
  action,
  parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => !MEANS.has(name))),
  former,
})
