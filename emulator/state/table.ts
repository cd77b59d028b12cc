/** A write: which record of which table became what (undefined: deleted), and what it was. */
export interface Change {
  readonly table: Table<{ readonly id: string }>
  readonly id: string
  readonly before: { readonly id: string } | undefined
}

/** Records of one kind by id, in the order they were made. A record is never modified: a changed one replaces it. */
export class Table<T extends { readonly id: string }> {
  readonly kind: string
  readonly #records: Map<string, T>
  readonly #changed: (change: Change) => void
  // By field and value; dropped with each write, made again when asked for.
  readonly #indexes = new Map<PropertyKey, Map<unknown, T[]>>()

  constructor(kind: string, changed: (change: Change) => void, records = new Map<string, T>()) {
    this.kind = kind
    this.#changed = changed
    this.#records = records
  }

  get size(): number {
    return this.#records.size
  }

  get(id: string): T | undefined {
    return this.#records.get(id)
  }

  all(): T[] {
    return [...this.#records.values()]
  }

  /** The records that pass; only the one of that id is looked at, where an id is given. */
  where(test: (record: T) => boolean, id?: string): T[] {
    if (id) {
      const record = this.#records.get(id)
      return record && test(record) ? [record] : []
    }
    const found: T[] = []
    for (const record of this.#records.values()) if (test(record)) found.push(record)
    return found
  }

  first(test: (record: T) => boolean): T | undefined {
    for (const record of this.#records.values()) if (test(record)) return record
    return undefined
  }

  /** The records whose field has that value. Asked for often, in loops over other tables: found by an index. */
  by<K extends keyof T>(field: K, value: T[K]): readonly T[] {
    let index = this.#indexes.get(field)
    if (!index) {
      index = new Map()
      for (const record of this.#records.values()) {
        const same = index.get(record[field])
        if (same) same.push(record)
        else index.set(record[field], [record])
      }
      this.#indexes.set(field, index)
    }
    return index.get(value) ?? []
  }

  put(record: T): T {
    this.#changed({ table: this, id: record.id, before: this.#records.get(record.id) })
    this.#indexes.clear()
    this.#records.set(record.id, record)
    return record
  }

  /** Changes some fields of a record; does nothing when it is gone. */
  patch(id: string, fields: Partial<T>): void {
    const record = this.#records.get(id)
    if (record) this.put({ ...record, ...fields })
  }

  delete(id: string): void {
    const before = this.#records.get(id)
    if (!before) return
    this.#changed({ table: this, id, before })
    this.#indexes.clear()
    this.#records.delete(id)
  }

  /** Puts back what a change replaced, without recording it. */
  restore(id: string, before: T | undefined): void {
    this.#indexes.clear()
    if (before) this.#records.set(id, before)
    else this.#records.delete(id)
  }

  copy(): Map<string, T> {
    return new Map(this.#records)
  }
}
