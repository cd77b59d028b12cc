import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { parseName } from '@/lib/text/name'
import { parsedText } from '@/lib/text/reader'
import { verbatim } from '@/lib/text/typed'

/** What an editor in place sends: what stood there when the reader began to type, and the name or description typed. `min` 1: it cannot be cleared. */
export const textEdit = (max: number, min = 0) => ({
  was: verbatim,
  value: parsedText((text) => parseName(text, max, min)),
})

/**
 * Refuses to write over what somebody else wrote since the reader began to type.
 * @param now as the cloud has it; `undefined` when the resource is gone.
 * @throws InvalidInput
 */
export function refuseOverwriting(now: string | undefined, was: string): void {
  if (now === was) return
  const said =
    now === undefined ? message('edit.gone') : message('edit.changed', { now: now || '-' })
  throw new InvalidInput([{ path: ['value'], message: said }])
}
