import type { Packed } from '@/lib/i18n/message'
import { parseCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'
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
  /** The answer until somebody gives another. */
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
  message: Packed
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

const matches = (form: RegExp) => (text: string) => form.test(text)
const isBetween = (min: number, max: number) => (text: string) =>
  /^[1-9]\d*$/.test(text) && Number(text) >= min && Number(text) <= max
const areBlocks = (text: string) =>
  text
    .split(/[ ,]+/)
    .filter(Boolean)
    .every((block) => parseCidr(block).ok)

/** Form of an answer; '' is right as well where the question may stay open. */
const FORMS: Record<QuestionId, (text: string) => boolean> = {
  outside: matches(/^[\w./:-]+( [\w./:-]+)?$/),
  inside: matches(/^[\w./:-]+( [\w./:-]+)?$/),
  zone: matches(/^[\w-]+$/),
  vrf: matches(/^[\w-]*$/),
  // The second tunnel has the next number, and access lists of Huawei and H3C end at 3999.
  number: isBetween(1, 998),
  lan: areBlocks,
  vpc: areBlocks,
  ownAddress: (text) => text === '' || parseIpv4(text).ok,
  pathMtu: isBetween(576, 9000),
  balance: matches(/^(ecmp|backup)$/),
  version: matches(/^[\w. <>-]+$/),
}

/** Whether a text can be the answer to a question; what is not would break the configuration. */
export const isAnswer = ({ id, choices }: Question, text: string): boolean =>
  choices ? choices.includes(text) : FORMS[id](text)

/** The answers given so far, with the initial one where nothing, or nothing usable, was answered. */
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

/** The questions that every device has, with its own name of the outside interface and a number that it takes. */
export const commonQuestions = (outside: string, number = '101'): Question[] => [
  { id: 'outside', initial: outside },
  { id: 'ownAddress', initial: '' },
  { id: 'number', initial: number },
  { id: 'lan', initial: '' },
  { id: 'vpc', initial: '' },
  { id: 'balance', initial: 'ecmp', choices: ['ecmp', 'backup'] },
  { id: 'pathMtu', initial: '1500' },
]
