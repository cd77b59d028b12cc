'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'

import { useTypeWord } from '@/components/resource/use-type-word'
import { useTableName } from '@/components/transit-router/use-table-name'
import type { Attachment } from '@/lib/attachments/schema'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import { routes } from '@/lib/navigation/routes'
import type { RouteTable } from '@/lib/route-tables/schema'

import type { Wire } from './use-wiring'

const WIDTH = 1000
const BOX = { width: 300, height: 40 }
const STEP = 52
const TABLES_X = WIDTH - BOX.width - 1
const TOP = 34

/** The attachments at the left, the tables at the right: a whole line is "forwards by", a broken one "is learned into". */
export function Drawing({
  wires,
  tables,
}: {
  wires: readonly Wire[]
  tables: readonly RouteTable[]
}) {
  const t = useTranslations('picture')
  const tableName = useTableName()
  const height = TOP + Math.max(wires.length, tables.length) * STEP
  const tableY = (index: number) =>
    TOP + (index + 0.5) * ((height - TOP) / tables.length) - BOX.height / 2
  const yOf = new Map(
    tables.map(({ transitRouterRouteTableId: id }, index) => [id, tableY(index)] as const),
  )
  return (
    <figure className="min-w-0 overflow-x-auto">
      <svg
        aria-label={t('summary', { attachments: wires.length, tables: tables.length })}
        viewBox={`0 0 ${WIDTH} ${height}`}
        className="w-full max-w-280 min-w-160 rounded-card border border-line bg-surface"
      >
        <text x={8} y={20} className="fill-muted text-[12px]">
          {t('attachments')}
        </text>
        <text x={TABLES_X} y={20} className="fill-muted text-[12px]">
          {t('tables')}
        </text>
        {wires.map((wire, index) => (
          <Lines
            key={wire.attachment.transitRouterAttachmentId}
            wire={wire}
            y={TOP + index * STEP + BOX.height / 2}
            yOf={yOf}
          />
        ))}
        {wires.map((wire, index) => (
          <AttachmentBox
            key={wire.attachment.transitRouterAttachmentId}
            wire={wire}
            y={TOP + index * STEP}
          />
        ))}
        {tables.map((table, index) => {
          const cenId = wires[0]?.attachment.cenId ?? ''
          return (
            <Box
              key={table.transitRouterRouteTableId}
              x={TABLES_X}
              y={tableY(index)}
              name={tableName(tables, table.transitRouterRouteTableId)}
              href={routes.routeTable(
                cenId,
                table.transitRouterId,
                table.transitRouterRouteTableId,
              )}
              edge="stroke-brand"
            />
          )
        })}
      </svg>
      <figcaption className="mt-1 text-hint text-faint">{t('legend')}</figcaption>
    </figure>
  )
}

function Lines({ wire, y, yOf }: { wire: Wire; y: number; yOf: ReadonlyMap<string, number> }) {
  const curve = (tableId: string, shift: number) => {
    const end = (yOf.get(tableId) ?? 0) + BOX.height / 2 + shift
    const [from, to] = [BOX.width + 1, TABLES_X]
    const middle = (from + to) / 2
    return `M ${from} ${y + shift} C ${middle} ${y + shift}, ${middle} ${end}, ${to} ${end}`
  }
  return (
    <g fill="none" className={isDown(wire) ? 'stroke-error' : 'stroke-control'}>
      {wire.forwardsBy.map((id) => (
        <path key={`by ${id}`} d={curve(id, -4)} strokeWidth={1.5} />
      ))}
      {wire.learnedInto.map((id) => (
        <path key={`into ${id}`} d={curve(id, 4)} strokeWidth={1.5} strokeDasharray="4 4" />
      ))}
    </g>
  )
}

function AttachmentBox({ wire, y }: { wire: Wire; y: number }) {
  const t = useTranslations('picture')
  const typeWord = useTypeWord()
  const { attachment } = wire
  const name = attachment.transitRouterAttachmentName || attachment.transitRouterAttachmentId
  const down = isDown(wire)
  return (
    <Box
      x={1}
      y={y}
      name={down ? t('down', { name }) : name}
      kind={typeWord(attachment.resourceType)}
      href={hrefOf(attachment)}
      edge={down ? 'stroke-error' : 'stroke-ok'}
    />
  )
}

interface BoxProps {
  x: number
  y: number
  name: string
  /** Under its name. */
  kind?: string
  href: string
  edge: string
}

function Box({ x, y, name, kind, href, edge }: BoxProps) {
  return (
    <Link href={href} prefetch={false} aria-label={kind ? `${name} ${kind}` : name}>
      <rect
        x={x}
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx={4}
        className={`fill-raised ${edge}`}
        strokeWidth={1.5}
      />
      <text x={x + 12} y={y + (kind ? 17 : 24)} className="fill-ink text-[13px]">
        {shorten(name)}
      </text>
      {kind && (
        <text x={x + 12} y={y + 32} className="fill-muted text-[11px]">
          {kind}
        </text>
      )}
    </Link>
  )
}

const MOST_LETTERS = 34
const shorten = (name: string) => {
  const letters = Array.from(name)
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : name
}

/** Not attached, or no tunnel of it is up. */
const isDown = ({ attachment, connection }: Wire): boolean =>
  attachment.status !== 'Attached' ||
  (connection !== undefined && lightsOf(connection).ipsec.word === 'down')

/** Only VPN attachments have a page; the others are shown in their list. */
const hrefOf = ({ cenId, transitRouterId, ...attachment }: Attachment) =>
  attachment.resourceType === 'VPN'
    ? routes.attachment(cenId, transitRouterId, attachment.transitRouterAttachmentId)
    : routes.connectionsWith(cenId, transitRouterId, attachment.transitRouterAttachmentId)
