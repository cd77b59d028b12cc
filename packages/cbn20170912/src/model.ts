import * as $dara from '@darabonba/typescript'

interface Scalars {
  string: string
  number: number
  boolean: boolean
  map: Record<string, string>
}
type Item = keyof Scalars | ModelClass
type ModelClass = new (map?: object) => $dara.Model
/** A scalar, a nested model, or a list of one of them. */
type Field = Item | readonly [Item]

type Value<F> = F extends keyof Scalars
  ? Scalars[F]
  : F extends readonly [infer Element]
    ? Value<Element>[]
    : F extends new (map?: object) => infer Model
      ? Model
      : never

type Fields<F> = { -readonly [Name in keyof F]?: Value<F[Name]> }

const isList = (field: Field): field is readonly [Item] => Array.isArray(field)

function typeOf(field: Field): unknown {
  if (isList(field)) return { type: 'array', itemType: field[0] }
  return field === 'map' ? { type: 'map', keyType: 'string', valueType: 'string' } : field
}

/**
 * A model class from its property names: the wire name is the property with a capital, as everywhere in
 * this API. `names()` and `types()` are what the official generated classes carry.
 */
export function model<const F extends Readonly<Record<string, Field>>>(fields: F) {
  const names = Object.fromEntries(
    Object.keys(fields).map((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]),
  )
  const types = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, typeOf(field)]),
  )
  class Shape extends $dara.Model {
    static names = (): Record<string, string> => names
    static types = (): Record<string, unknown> => types
  }
  // The class body is empty: the fields are known to the constructor of Model through names() only.
  return Shape as unknown as (new (map?: object) => $dara.Model & Fields<F>) &
    Pick<typeof Shape, 'names' | 'types'>
}

/** The answer to a call: `{headers, statusCode, body}`, whose own keys are not capitalised. */
export function response<Body extends ModelClass>(body: Body) {
  class Answer extends $dara.Model {
    declare headers?: Record<string, string>
    declare statusCode?: number
    declare body?: InstanceType<Body>
    static names = () => ({ headers: 'headers', statusCode: 'statusCode', body: 'body' })
    static types = () => ({ headers: typeOf('map'), statusCode: 'number', body })
  }
  return Answer as new (map?: object) => Answer
}

export interface Operation<Request extends $dara.Model, Response extends $dara.Model> {
  action: string
  Request: new (map?: object) => Request
  Response: new (map?: object) => Response
  /** Parameters (wire names) that travel as one JSON string. */
  json: readonly string[]
  /** Parameters (wire names) that travel in the form body; all others are in the query. */
  form: readonly string[]
}

/** Describes one call of the API: its action, its classes, and where its parameters travel. */
export const operation = <Request extends $dara.Model, Response extends $dara.Model>(
  action: string,
  Request: new (map?: object) => Request,
  Response: new (map?: object) => Response,
  { json = [], form = [] }: { json?: string[]; form?: string[] } = {},
): Operation<Request, Response> => ({ action, Request, Response, json, form })
