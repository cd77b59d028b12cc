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

  where(test: (record: T) => boolean): T[] {
    const found: T[] = []
    for (const record of this.#records.values()) if (test(record)) found.push(record)
    return found
  }

  first(test: (record: T) => boolean): T | undefined {
    for (const record of this.#records.values()) if (test(record)) return record
    return undefined
  }

  put(record: T): T {
    this.#changed({ table: this, id: record.id, before: this.#records.get(record.id) })
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
    this.#records.delete(id)
  }

  /** Puts back what a change replaced, without recording it. */
  restore(id: string, before: T | undefined): void {
    if (before) this.#records.set(id, before)
    else this.#records.delete(id)
  }

  copy(): Map<string, T> {
    return new Map(this.#records)
  }
}
