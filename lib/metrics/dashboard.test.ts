import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { db, engineDb } = await import('@/lib/db/pool')
const { lookAt } = await import('@/lib/history/watch')
const { allMetrics } = await import('@/lib/metrics/states')

afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end()])
  await Promise.all([rig.emulator.stop(), rig.database.stop()])
})

interface Panel {
  id?: number
  title: string
  type: string
  gridPos: { x: number; y: number; w: number; h: number }
  datasource: { uid: string }
  targets: { expr: string; refId: string }[]
}
interface Dashboard {
  uid: string
  title: string
  panels: Panel[]
  templating: { list: { name: string; type: string; query: string }[] }
}

const dashboard = JSON.parse(
  readFileSync('docs/prometheus/grafana-dashboard.json', 'utf8'),
) as Dashboard
const alerts = readFileSync('docs/prometheus/alerts.yml', 'utf8')
const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))

/** A query as Prometheus gets it: Grafana puts the chosen values in the place of its variables. */
const filled = (query: string) => query.replaceAll(/\$\w+/g, '.*')

/** The names of the metrics in a text, and with them the labels that it selects or groups by. */
const metricsIn = (text: string) => new Set(text.match(/\bcen_vpn_\w+/g))

test('every metric that dashboard and alert rules name is served by /metrics, with the labels that they use', async () => {
  await lookAt({ profile: 'main' }, 'eu-central-1')
  const text = await allMetrics()
  // A counter that has counted nothing yet, and a histogram, show by the line of their type.
  const types = new Map(
    [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name, type]),
  )
  const served = new Set(
    [...types].flatMap(([name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
  const named = [...metricsIn([...queries, alerts].join('\n'))]
  expect(named.length).toBeGreaterThan(7)
  expect(named.filter((name) => !served.has(name))).toEqual([])
  const variables = dashboard.templating.list.filter(({ type }) => type === 'query')
  for (const { name, query } of variables) {
    const [, metric = '', label] = /^label_values\((\w+), (\w+)\)$/.exec(query) ?? []
    expect(text).toMatch(new RegExp(`^${metric}\\{[^}]*\\b${label}="`, 'm'))
    expect(queries.join()).toContain(`$${name}`)
  }
  const selections = queries.flatMap((query) =>
    [...query.matchAll(/(cen_vpn_\w+)\{([^}]*)\}/g)].flatMap(([, metric = '', selected = '']) => {
      // Of operations, and of what has counted nothing yet, no line is here.
      const [line] = new RegExp(`^${metric}\\{.*`, 'm').exec(text) ?? []
      const labels = [...selected.matchAll(/(\w+)=/g)].map(([, label = '']) => label)
      return line
        ? labels.map((label) => ({ metric, label, isThere: line.includes(`${label}="`) }))
        : []
    }),
  )
  expect(selections.length).toBeGreaterThan(0)
  expect(selections.filter(({ isThere }) => !isThere)).toEqual([])
})

test('every panel has a place of its own, a query and the source that the reader chooses', () => {
  const { panels, templating } = dashboard
  const names = new Set(templating.list.map(({ name }) => name))
  for (const { title, gridPos, datasource, targets, type } of panels) {
    expect(['stat', 'state-timeline', 'timeseries', 'table']).toContain(type)
    expect(datasource.uid).toBe('${datasource}')
    expect(targets.length).toBeGreaterThan(0)
    for (const { expr } of targets)
      for (const [, variable = ''] of expr.matchAll(/\$(\w+)/g)) expect(names).toContain(variable)
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
    for (const other of panels.filter((each) => each.title !== title)) {
      const [a, b] = [gridPos, other.gridPos]
      const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
      expect([title, other.title, apart]).toEqual([title, other.title, true])
    }
  }
})

const promtool = process.env['PROMTOOL'] ?? 'promtool'
const hasPromtool = (() => {
  try {
    execFileSync(promtool, ['--version'])
    return true
  } catch {
    return false
  }
})()

test.skipIf(!hasPromtool)(
  'promtool parses every query of the dashboard, and passes the alert rules',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'cen-vpn-promtool-'))
    const rules = join(folder, 'rules.json')
    const group = {
      name: 'dashboard',
      rules: queries.map((query, index) => ({ record: `query_${index}`, expr: filled(query) })),
    }
    writeFileSync(rules, JSON.stringify({ groups: [group] }))
    const run = (...args: string[]) => execFileSync(promtool, args, { encoding: 'utf8' })
    expect(run('check', 'rules', rules)).toContain(`${queries.length} rules found`)
    expect(run('check', 'rules', 'docs/prometheus/alerts.yml')).toContain('SUCCESS')
    expect(run('test', 'rules', 'docs/prometheus/alerts.test.yml')).toContain('SUCCESS')
    rmSync(folder, { recursive: true })
  },
)
