/** Something of the cloud that is known by its id. */
export interface ObjectRef {
  id: string
  /** Empty where it is not known, or where there is none. */
  regionId: string
}

/** What is known of it. */
export interface NamedObject extends ObjectRef {
  /** Its name now; the last one that the audit tells when it is gone. */
  name?: string
  /** Where it hangs, for its link. */
  cenId?: string
  transitRouterId?: string
}

/** The kinds that have a name, by how their ids begin; the longer before the shorter. */
const OBJECT_KINDS = {
  'tr-attach': 'attachment',
  tr: 'transitRouter',
  vtb: 'routeTable',
  vco: 'connection',
  cgw: 'customerGateway',
  cen: 'instance',
} as const
export type ObjectKind = (typeof OBJECT_KINDS)[keyof typeof OBJECT_KINDS]

/** What an id is the id of; undefined for what has no name. */
export function kindOf(id: string): ObjectKind | undefined {
  const found = Object.entries(OBJECT_KINDS).find(([prefix]) => id.startsWith(`${prefix}-`))
  return found?.[1]
}

/** An id of such a kind, wherever it stands in a text. */
export const OBJECT_ID = /\b(?:tr-attach|tr|vtb|vco|cgw|cen)-[a-z0-9]{4,64}\b/g
