import { pageQuestion } from '@/lib/query/page-question'
import { pageValue } from '@/lib/query/page-value'

/** Why the changes of this tab are made, as it was typed: it goes with each of them. Browser only. */
export const reasonStore = pageValue('')

/** Asks for a reason that can be taken. */
export const reasonQuestion = pageQuestion<void>()
