import type { MessageValues } from '@/lib/i18n/message'
import type en from '@/messages/en.json'

type Group = 'summary' | 'plan' | 'preflight' | 'peer'

/** A key below `attachForm.summary`, `attachForm.plan`, … */
export type TextKey<G extends Group> = keyof (typeof en)['attachForm'][G] & string

/** A piece of a line: text that no language changes, or a key of the catalogue with its values. */
export type Fragment<G extends Group> = string | { key: TextKey<G>; values?: MessageValues }
