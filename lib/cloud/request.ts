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

/** The request class of a client's operation. */
export type RequestOf<Client, Name extends keyof Client> = Client[Name] extends (
  request: infer Request extends Model,
) => Promise<unknown>
  ? Request
  : never
