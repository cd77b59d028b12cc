import type { Peer } from '@/lib/peer-config/peer'

/** What the form cannot know, asked beside the result. */
export type QuestionId =
  | 'outside'
  | 'inside'
  | 'zone'
  | 'vrf'
  | 'number'
  | 'lan'
  | 'vpc'
  | 'ownAddress'
  | 'pathMtu'
  | 'balance'
  | 'version'

export interface Question {
  id: QuestionId
  /** What holds until somebody answers. */
  initial: string
  /** The answers there are; without them any text of the question's form. */
  choices?: readonly string[]
}

/** The answers to the questions of a device; '' where it does not ask. */
export type Answers = Readonly<Record<QuestionId, string>>

/** What the device cannot do with the chosen values, told at the field of the form. */
export interface Limit {
  /** Form path below the connection, such as `tunnels.0.ike.ikePfs`. */
  path: string
  /** An error: the device cannot do it. A warning: it works under the condition that is told. */
  severity: 'error' | 'warning'
  /** Packed by `message()`. */
  message: string
  /** A value of the same field that the device can do. */
  instead?: string
}

/** A piece of the result. A `file` is where its text belongs; without it the text is typed or pasted. */
export interface Part {
  kind: 'config' | 'verify' | 'rekey' | 'undo'
  file?: string
  text: string
}

/** One kind of device at the other end. All pure: the same connection and answers give the same text. */
export interface Device {
  questions: readonly Question[]
  limits: (peer: Peer, answers: Answers) => Limit[]
  /** The text; only right where no limit is an error. */
  write: (peer: Peer, answers: Answers) => Part[]
}

/** Form of an answer; '' is right as well where the question may stay open. */
const FORMS: Record<QuestionId, RegExp> = {
  outside: /^[\w./:-]+( [\w./:-]+)?$/,
  inside: /^[\w./:-]+( [\w./:-]+)?$/,
  zone: /^[\w-]+$/,
  vrf: /^[\w-]*$/,
  number: /^[1-9]\d{0,2}$/,
  lan: /^[\d./, ]*$/,
  vpc: /^[\d./, ]*$/,
  ownAddress: /^(\d{1,3}(\.\d{1,3}){3})?$/,
  pathMtu: /^(57[6-9]|5[89]\d|[6-9]\d\d|[1-8]\d{3}|9000)$/,
  balance: /^(ecmp|backup)$/,
  version: /^[\w. <>-]+$/,
}

/** Whether a text can be the answer to a question; what is not would break the configuration. */
export const isAnswer = ({ id, choices }: Question, text: string): boolean =>
  choices ? choices.includes(text) : FORMS[id].test(text)

/** The answers given so far, with what holds where nothing, or nothing usable, was answered. */
export function answersOf(
  questions: readonly Question[],
  given: Partial<Record<QuestionId, string>>,
): Answers {
  const answers = Object.fromEntries(Object.keys(FORMS).map((id) => [id, ''])) as Record<
    QuestionId,
    string
  >
  for (const question of questions) {
    const text = given[question.id]
    answers[question.id] = text !== undefined && isAnswer(question, text) ? text : question.initial
  }
  return answers
}

/** The questions that every device has, with its own name of the outside interface. */
export const commonQuestions = (outside: string): Question[] => [
  { id: 'outside', initial: outside },
  { id: 'ownAddress', initial: '' },
  { id: 'number', initial: '101' },
  { id: 'lan', initial: '' },
  { id: 'vpc', initial: '' },
  { id: 'balance', initial: 'ecmp', choices: ['ecmp', 'backup'] },
  { id: 'pathMtu', initial: '1500' },
]
