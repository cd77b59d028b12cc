import type { TableColumn } from '@/components/ui/table-model'
import { printMinute } from '@/lib/i18n/format'

/** A column of moments: where it is narrow, the time stands under the day, and neither is torn. */
export const momentColumn = <Row,>(
  header: string,
  momentOf: (row: Row) => string,
): TableColumn<Row> => ({
  id: 'created',
  header,
  value: (row) => printMinute(momentOf(row)),
  cell: (row) => {
    const [day = '', ...time] = printMinute(momentOf(row)).split(' ')
    return (
      <>
        <span className="whitespace-nowrap">{day}</span>{' '}
        <span className="whitespace-nowrap">{time.join(' ')}</span>
      </>
    )
  },
})
