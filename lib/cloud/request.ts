/** What every class of an SDK has. */
interface Model {
  validate(): void
  toMap(): unknown
}

/**
 * The properties of an SDK request class as a plain object: known names only, nested likewise. A number
 * may be given as text: account ids above 2^53 lose digits as numbers, the wire form is the same.
 */
export type Fields<T> = T extends readonly (infer Item)[]
  ? Fields<Item>[]
  : T extends Model
    ? {
        [Name in keyof T as Known<Name>]?: Fields<T[Name]> | undefined
      }
    : T extends number
      ? number | string
      : T

/** Leaves out the index signature and the methods of an SDK class. */
type Known<Name> = Name extends string
  ? string extends Name
    ? never
    : Exclude<Name, 'validate' | 'toMap' | 'copyWithoutStream'>
  : never

/** The names of a client's operations. */
export type Method<Client> = keyof Client & string

/** How the names of operations begin that change nothing. Everything else counts as a write. */
const READS = ['Check', 'Describe', 'Diagnose', 'Download', 'Get', 'List'] as const
type Read = `${Uncapitalize<(typeof READS)[number]>}${string}`

/** Whether an action of the API (`DescribeCens`) changes nothing: it may be asked twice, and leaves no line in the audit. */
export const isRead = (action: string): boolean => READS.some((verb) => action.startsWith(verb))

/**
 * What a write says beside its parameters: by which property of its request, or of a creation's answer,
 * it names the object it is about. The audit shows that object. A read says nothing.
 */
export type SubjectOf<Client, Name extends keyof Client> = Name extends Read
  ? []
  : [
      subject: Exclude<
        keyof Fields<RequestOf<Client, Name>> | keyof Fields<Answer<Client, Name>>,
        Means
      >,
    ]

/** What no write is about. */
type Means = 'clientToken' | 'dryRun' | 'regionId' | 'requestId' | symbol | number

/** The body of an operation's answer. */
type Answer<Client, Name extends keyof Client> = Client[Name] extends (
  request: never,
) => Promise<{ body?: infer Body }>
  ? NonNullable<Body>
  : never

/** The request class of a client's operation. */
export type RequestOf<Client, Name extends keyof Client> = Client[Name] extends (
  request: infer Request extends Model,
) => Promise<unknown>
  ? Request
  : never
