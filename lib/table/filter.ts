/** What a column offers the filter: its id and the heading the reader sees. */
interface FilterColumn {
  id: string
  header: string
}

export interface TableFilter {
  /** Words that must all stand somewhere in the row, in lower case. */
  words: string[]
  /** Text that a column must hold, in lower case. */
  properties: { id: string; text: string }[]
}

/**
 * Reads what was typed into a table's filter: words, and `heading:text` for one column, where the heading
 * may be shortened (`stat:attached`) and text with spaces is quoted (`name:"munich dc"`).
 */
export function readFilter(query: string, columns: readonly FilterColumn[]): TableFilter {
  const filter: TableFilter = { words: [], properties: [] }
  for (const [, name, quoted, plain] of query.toLowerCase().matchAll(TOKEN)) {
    const text = quoted ?? plain ?? ''
    const column = name && columns.find((each) => isCalled(each, name))
    if (column) filter.properties.push({ id: column.id, text })
    else if (name || text) filter.words.push(name ? `${name}:${text}` : text)
  }
  return filter
}

/** `heading:` if there is one, then a quoted text or anything up to a space. */
const TOKEN = /(?:([^\s:"]+):)?(?:"([^"]*)"?|(\S+))/gu

const isCalled = ({ id, header }: FilterColumn, name: string) =>
  id.toLowerCase().startsWith(name) || header.toLowerCase().replaceAll(' ', '').startsWith(name)
