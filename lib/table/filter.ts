/** What a column offers the filter: its id and the heading the reader sees. */
export interface FilterColumn {
  id: string
  header: string
}

export interface TableFilter {
  /** Words that must all stand somewhere in the row, in lower case. */
  words: string[]
  /** Text that a column must hold, in lower case. */
  properties: { id: string; text: string }[]
}

/** One thing that a filter asks for, as it was written. */
export interface FilterToken {
  written: string
  /** The column that it is about; undefined for a word. */
  column?: FilterColumn
  /** As it was typed. */
  text: string
}

/**
 * Reads what was typed into a table's filter: words, and `heading:text` or `heading = text` for one column, where
 * the heading may be shortened (`stat:attached`) and text with spaces is quoted (`name:"munich dc"`).
 */
export function readFilter(query: string, columns: readonly FilterColumn[]): TableFilter {
  const filter: TableFilter = { words: [], properties: [] }
  for (const { column, text, written } of tokensOf(query.toLowerCase(), columns))
    if (column) filter.properties.push({ id: column.id, text })
    else if (text) filter.words.push(written.includes('"') ? text : written)
  return filter
}

/** The parts of a filter in the order in which they were written. */
export function tokensOf(query: string, columns: readonly FilterColumn[]): FilterToken[] {
  return [...joined(query, columns).matchAll(TOKEN)].flatMap(([written, name, quoted, plain]) => {
    const text = quoted ?? plain ?? ''
    const column = name && columnCalled(name.toLowerCase(), columns)
    if (column) return [{ written, column, text }]
    return name || text ? [{ written, text: name ? written : text }] : []
  })
}

/** How a filter asks for a text in a column: by its id, which is the same in every language. */
export const writeToken = ({ id }: FilterColumn, text: string): string =>
  `${id}:"${text.replaceAll('"', '')}"`

/** `heading:` or `heading=` if there is one, then a quoted text or anything up to a space. */
const TOKEN = /(?:([^\s:="]+)[:=])?(?:"([^"]*)"?|(\S+))/gu

/** A whole heading may be written as it stands, with spaces in it and around the sign: it becomes one word. */
function joined(query: string, columns: readonly FilterColumn[]): string {
  let text = query
  for (const { id, header } of columns) {
    const at = text.toLowerCase().indexOf(header.toLowerCase())
    const after = text.slice(at + header.length).trimStart()
    if (at < 0 || !/^[:=]/.test(after)) continue
    text = `${text.slice(0, at)}${id}:${after.slice(1).trimStart()}`
  }
  return text
}

/** One that is called just so, else the first that begins like that. */
const columnCalled = (name: string, columns: readonly FilterColumn[]) =>
  columns.find(({ id }) => id.toLowerCase() === name) ??
  columns.find((each) => isCalled(each, name))

const withoutSpaces = (header: string) => header.replaceAll(' ', '')

const isCalled = ({ id, header }: FilterColumn, name: string) =>
  id.toLowerCase().startsWith(name) || withoutSpaces(header).toLowerCase().startsWith(name)
