import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'

/** Whether an account has activated the transit router service; it has, unless a world or the control endpoint says otherwise. */
export function hasService({ state }: Context, uid: number): boolean {
  return state.settings.get(`service/${uid}`)?.value !== false
}

/** Refuses callers without the transit router service. */
export function requireService(context: Context): void {
  if (!hasService(context, context.account.uid)) fail('Forbbiden.TransitRouterServiceNotOpen')
}
