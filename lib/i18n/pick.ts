import { Fault } from '@/lib/failure/errors'
import type en from '@/messages/en.json'

type Catalogue = typeof en
type Nested<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? never
    : `${Prefix}${K}` | Nested<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** A part of the catalogue: `cen`, `rules.form`. */
export type Namespace = Nested<Catalogue>

interface Tree {
  [key: string]: Tree | string
}

/** The named parts of a catalogue in the catalogue's own shape, so that a page sends no more than it shows. */
export function pick(catalogue: Tree, namespaces: readonly string[]): Tree {
  const picked: Tree = {}
  for (const namespace of namespaces) {
    let from: Tree | string | undefined = catalogue
    let to = picked
    const path = namespace.split('.')
    path.forEach((key, index) => {
      from = typeof from === 'object' ? from[key] : undefined
      if (from === undefined) throw new Fault(`The catalogue has no ${namespace}.`)
      const last = index === path.length - 1
      const here = to[key]
      to[key] = last ? from : typeof here === 'object' ? here : {}
      if (typeof to[key] === 'object') to = to[key]
    })
  }
  return picked
}

/** A message that the build has parsed is a list. */
const isTree = (value: Tree | string | undefined): value is Tree =>
  typeof value === 'object' && !Array.isArray(value)

/** Two catalogues as one; the second wins. */
export function merge(first: Tree, second: Tree): Tree {
  const merged = { ...first }
  for (const [key, value] of Object.entries(second)) {
    const before = merged[key]
    merged[key] = isTree(before) && isTree(value) ? merge(before, value) : value
  }
  return merged
}

/** Whether a catalogue has something at a path, `ui.ok`. */
export function holds(catalogue: Tree, path: string): boolean {
  let here: Tree | string | undefined = catalogue
  for (const key of path.split('.')) {
    if (!isTree(here)) return false
    here = here[key]
  }
  return here !== undefined
}
