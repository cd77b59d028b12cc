import type { Fragment, TextKey } from '@/lib/connection-form/fragment'
import { forTheOtherEnd } from '@/lib/connection-form/peer'
import { readConnectionForm } from '@/lib/connection-form/read-form'
import { checkConnectionForm } from '@/lib/connection-form/rules'
import type { Finding } from '@/lib/connection-form/rules/rule'
import {
  CONNECTION_FORM_SECTIONS,
  type SectionId,
  type Sections,
} from '@/lib/connection-form/sections'
import { connectionBands, connectionSummary, type Summary } from '@/lib/connection-form/summary'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import type { MessageValues } from '@/lib/i18n/message'
import { attachesIn } from '@/lib/regions/attachable'
import { pathsIn } from '@/lib/text/form-paths'
import { type Issue, issuesOf, tidied } from '@/lib/text/reading'

/** All that is said about a form while it is filled in. Contains no secret. */
export interface Judgement {
  /** One finding a field: its first error, else its first warning. */
  advice: ReadonlyMap<string, Finding>
  /** What the bands of the sections show: one summary, or several side by side. */
  bands: Partial<Record<SectionId, Summary[]>>
  /** Sections that the form does not ask as it stands. */
  unasked?: readonly SectionId[]
  before: PreflightItem[]
  plan: PlanStep[]
  /** Nothing for a connection that exists: its device has its settings already. */
  peer?: ReturnType<typeof forTheOtherEnd>
}

/** One line of "Before OK". `section` and `path` say where to go to mend it. */
export interface PreflightItem {
  status: 'ok' | 'warning' | 'error'
  key: TextKey<'preflight'>
  values?: MessageValues
  section?: SectionId
  path?: string
}

/** One step of what OK does. `skipped`: the form says not to; it is listed so that the reader knows. */
export interface PlanStep {
  step: 'create' | 'edit' | 'attach' | 'associate' | 'propagate'
  title: Fragment<'plan'>
  detail: Fragment<'plan'>
  skipped: boolean
}

/** Judges the form of a connection that is not attached, as it stands. */
export function judgeConnectionForm(typed: ConnectionFormValues, known: Surroundings): Judgement {
  const values = tidied(typed)
  const findings = checkConnectionForm(values, known)
  const named: Summary = values.name ? [values.name] : []
  return {
    advice: adviceOf(findings),
    bands: {
      basic: [[...named, ...connectionSummary(values.connection, known)]],
      ...connectionBands(values.connection),
    },
    before: [
      regionItem(values.regionId),
      ...problemItems(CONNECTION_FORM_SECTIONS, [
        ...fieldProblems(issuesOf(readConnectionForm, values)),
        ...findings,
      ]),
    ],
    plan: [CREATE_STEP],
    peer: forTheOtherEnd(values.connection, known),
  }
}

/** The step that creates a connection, whatever follows it. */
export const CREATE_STEP: PlanStep = {
  step: 'create',
  title: { key: 'create' },
  detail: { key: 'createDetail' },
  skipped: false,
}

/** One finding a field: its first error, else its first warning. */
export function adviceOf(findings: readonly Finding[]): Map<string, Finding> {
  const advice = new Map<string, Finding>()
  for (const finding of findings) {
    const before = advice.get(finding.path)
    if (!before || (before.severity === 'warning' && finding.severity === 'error'))
      advice.set(finding.path, finding)
  }
  return advice
}

/** A problem as the list before OK counts it; without `rule` it is a field's own. */
export type Counted = Pick<Finding, 'path' | 'severity'> & Partial<Pick<Finding, 'rule'>>

/** What the fields of a form say of themselves, as they were read. */
export const fieldProblems = (issues: readonly Issue[]): Counted[] =>
  issues.map(({ path }) => ({ path: path.join('.'), severity: 'error' }))

/** The problems of a form, counted by section, errors first. The screen knows the titles of the sections. */
export const problemItems = (sections: Sections, found: readonly Counted[]): PreflightItem[] =>
  (['error', 'warning'] as const).flatMap((status) => {
    const paths = new Set(
      found.filter(({ severity }) => severity === status).map(({ path }) => path),
    )
    return (Object.entries(sections) as [SectionId, readonly string[]][]).flatMap(
      ([section, fields]) => {
        const inside = pathsIn(fields, paths)
        const [path] = inside
        const key = status === 'error' ? 'problems' : 'advice'
        return path ? [{ status, key, values: { count: inside.length }, section, path }] : []
      },
    )
  })

/** Guide, Limits: one router for each connection, and only in some regions. */
const regionItem = (region: string): PreflightItem =>
  attachesIn(region)
    ? { status: 'ok', key: 'oneRouter' }
    : { status: 'warning', key: 'regionUnknown', values: { region } }
