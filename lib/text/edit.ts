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
 * Whether a text is still to be written: an earlier press may have done it, and got no clear answer.
 * @param now as the cloud has it; `undefined` when the resource is gone.
 * @throws InvalidInput when somebody else wrote something else since the reader began to type.
 */
export function isToWrite(
  now: string | undefined,
  { was, value }: { was: string; value: string },
): boolean {
  if (now === value) return false
  if (now === was) return true
  const said =
    now === undefined ? message('edit.gone') : message('edit.changed', { now: now || '-' })
  throw new InvalidInput([{ path: ['value'], message: said }])
}
