import type { TableColumn } from '@/components/ui/table-model'

/** The column of a list over all regions that tells where a row is. */
export const regionColumn = <Row>(
  header: string,
  nameOf: (regionId: string) => string,
  regionOf: (row: Row) => string,
): TableColumn<Row> => ({
  // Not `region`: that parameter of the address chooses the list.
  id: 'regionId',
  header,
  value: (row) => nameOf(regionOf(row)),
  choices: regionOf,
})
