import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'

import { chromium } from '@playwright/test'

import { Report } from './bench/report'
import { measureDifference } from './bench/sections/difference'
import { measureEmulator } from './bench/sections/emulator'
import { measureEngineSection } from './bench/sections/engine'
import { measureFilters } from './bench/sections/filters'
import { measureGrowth } from './bench/sections/growth'
import { measureKeys } from './bench/sections/keys'
import { measureLoads } from './bench/sections/loads'
import { measureServer } from './bench/sections/server'
import { measureSessions } from './bench/sections/sessions'
import { Stand } from './bench/stand'
import { chromiumPath } from './chromium'

/** Each measures one kind of thing and can be run alone: `npm run bench keys`. */
const SECTIONS = {
  loads: measureLoads,
  server: measureServer,
  sessions: measureSessions,
  keys: measureKeys,
  filters: measureFilters,
  growth: measureGrowth,
  difference: measureDifference,
  engine: measureEngineSection,
  emulator: measureEmulator,
}

const isSection = (name: string): name is keyof typeof SECTIONS => Object.hasOwn(SECTIONS, name)
const all = Object.keys(SECTIONS)
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !isSection(name))
if (unknown !== undefined) {
  console.error(`No section ${unknown}. There are ${all.join(', ')}.`)
  process.exit(1)
}

const folder = await mkdtemp(join(import.meta.dirname, '../.bench-'))
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox'],
})
const stand = new Stand(folder, browser)
const report = new Report()
try {
  for (const name of asked.length > 0 ? asked : all) {
    if (!isSection(name)) continue
    console.log(`— ${name} (load average ${loadavg()[0]?.toFixed(1)})`)
    const began = performance.now()
    try {
      await SECTIONS[name](stand, report)
    } catch (error) {
      // What the others measured is worth something without it.
      report.brokeOff(name, error)
    }
    report.took(name, (performance.now() - began) / 1000)
  }
} finally {
  await Promise.all([browser.close(), stand.stop()])
  await rm(folder, { recursive: true, force: true })
}
if (asked.length === 0) report.write(join(import.meta.dirname, '../docs/bench.md'))
