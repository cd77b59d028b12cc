import type { Browser, Page } from '@playwright/test'

import { median } from './report'

/** What one load of one page costs. Bytes as transferred, times in milliseconds at a quarter of the CPU. */
export interface Load {
  scriptBytes: number
  htmlBytes: number
  lcp: number
  blocking: number
  /** Milliseconds of the main thread, from the start until the page is quiet. */
  cpu: number
}

const CPU_SLOWDOWN = 4
/** Milliseconds that a page at a quarter of the CPU may take for what is waited for, on a machine that does something else. */
const PATIENCE = 180_000

/** Loads a page in a fresh context with an empty cache. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const { page, close, bytesOf, cpu } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await isAlive(page)
  const { lcp, blocking } = await page.evaluate(() => window.bench)
  const used = await cpu()
  await close()
  return {
    scriptBytes: bytesOf('Script'),
    htmlBytes: bytesOf('Document'),
    lcp,
    blocking,
    cpu: used,
  }
}

/** A page that has had no long task for a second answers keys. */
const isAlive = (page: Page) =>
  page.waitForFunction(() => performance.now() - window.bench.lastTask > 1000)

/** The longest task (milliseconds) that the main thread has while `act` uses a page. */
export async function measureTask(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<void>,
): Promise<number> {
  const { page, close } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await isAlive(page)
  await page.evaluate(() => (window.bench.longest = 0))
  await act(page)
  await isAlive(page)
  const longest = await page.evaluate(() => window.bench.longest)
  await close()
  return longest
}

/** What input costs, in milliseconds from its event to the next paint. */
export interface Input {
  /** Of all keys, in every text field. */
  worst: number
  median: number
  /** Of the keys after the first four in a field. */
  settled: number
  /** Of the presses that open a section or a select. */
  opening: number
}

/** Opens every section of a page and each select, and types into each of its text fields as soon as it is focused. */
export async function measureKeys(browser: Browser, url: string): Promise<Input> {
  const { page, close } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await isAlive(page)
  await page.evaluate(observeInput)
  const closed = page.locator('main button[aria-expanded=false][aria-controls]')
  for (let left = await closed.count(); left > 0; left = await closed.count())
    await closed.first().click()
  await isAlive(page)
  for (const select of await page.getByRole('main').getByRole('combobox').all()) {
    if (!(await select.isVisible()) || !(await select.isEnabled())) continue
    await select.click()
    await page.waitForFunction(() => !window.benchPending)
    await page.keyboard.press('Escape')
  }
  await isAlive(page)
  const opening = Math.max(0, ...(await page.evaluate(() => window.benchPresses)))
  await page.evaluate(() => (window.benchKeys = []))
  const settled: number[] = []
  for (const field of await page.locator(TEXT_FIELDS).all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue
    await field.focus()
    const first = await page.evaluate(() => window.benchKeys.length)
    for (const key of TYPED) {
      await page.keyboard.press(key)
      await page.waitForFunction(() => !window.benchPending)
    }
    settled.push(...(await page.evaluate((from) => window.benchKeys.slice(from + 4), first)))
  }
  const keys = await page.evaluate(() => window.benchKeys)
  await close()
  return { worst: Math.max(0, ...keys), median: median(keys), settled: median(settled), opening }
}

const TYPED = ['1', '0', '.', '1', '4', '.', '8']

/** The slowest and the median key, in milliseconds, in what `find` opens and focuses on a page. */
export async function measureTyping(
  browser: Browser,
  url: string,
  find: (page: Page) => Promise<void>,
  keys: readonly string[] = TYPED,
): Promise<{ worst: number; median: number }> {
  const { page, close } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await isAlive(page)
  await find(page)
  await page.evaluate(observeInput)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForFunction(() => !window.benchPending)
  }
  const times = await page.evaluate(() => window.benchKeys)
  await close()
  return { worst: Math.max(0, ...times), median: median(times) }
}

/** So many filters are typed before the memory is looked at again. */
const FILTERS = 20

/** What a table costs: the slowest key in its filter, its elements, and bytes of JavaScript before and after 20 filters. */
export interface Filter {
  worst: number
  nodes: number
  heap: { before: number; after: number }
}

/** Types into the filter of a table. */
export async function measureFilter(browser: Browser, url: string): Promise<Filter> {
  const { page, close, heap } = await open(browser)
  await page.goto(url, { waitUntil: 'networkidle' })
  const filter = page.getByRole('searchbox')
  await filter.focus()
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.evaluate(observeInput)
  for (const key of ['1', '0', '.', '9', 'Backspace', '8']) {
    await page.keyboard.press(key)
    await page.waitForFunction(() => !window.benchPending)
  }
  const worst = Math.max(...(await page.evaluate(() => window.benchKeys)))
  const before = await heap()
  for (let number = 0; number < FILTERS; number += 1) {
    await filter.fill(`11.${number}.`)
    await page.waitForFunction(() => !window.benchPending)
  }
  await filter.fill('')
  const after = await heap()
  await close()
  return { worst, nodes, heap: { before, after } }
}

export const TEXT_FIELDS = 'main input:is([type=text],[type=password],:not([type])), main textarea'

/** The loader of our scripts marks functions by this, also those that are sent to a page. */
export const NAMES = 'globalThis.__name = (value) => value'

async function open(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1200 } })
  context.setDefaultTimeout(PATIENCE)
  await context.addInitScript(NAMES)
  const page: Page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Performance.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const types = new Map<string, string>()
  const bytes = new Map<string, number>()
  devtools.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? ''
    bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength)
  })
  const cpu = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  /** Bytes that live JavaScript objects take, after the garbage is collected. */
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    return (await devtools.send('Runtime.getHeapUsage')).usedSize
  }
  const bytesOf = (type: 'Script' | 'Document') => bytes.get(type) ?? 0
  return { page, close: () => context.close(), bytesOf, cpu, heap }
}

declare global {
  interface Window {
    bench: { lcp: number; blocking: number; lastTask: number; longest: number }
    benchKeys: number[]
    benchPresses: number[]
    benchPending: boolean
  }
}

function observeLoad() {
  window.bench = { lcp: 0, blocking: 0, lastTask: 0, longest: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.bench.blocking += Math.max(0, entry.duration - 50)
      window.bench.lastTask = entry.startTime + entry.duration
      window.bench.longest = Math.max(window.bench.longest, entry.duration)
    }
  }).observe({ type: 'longtask', buffered: true })
}

function observeInput() {
  window.benchKeys = []
  window.benchPresses = []
  window.benchPending = false
  const observe = (type: 'keydown' | 'pointerdown' | 'click') =>
    addEventListener(
      type,
      (event) => {
        window.benchPending = true
        requestAnimationFrame(() => {
          const painted = new MessageChannel()
          painted.port1.onmessage = () => {
            const times = type === 'keydown' ? window.benchKeys : window.benchPresses
            times.push(performance.now() - event.timeStamp)
            window.benchPending = false
          }
          painted.port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  observe('keydown')
  // A select opens when it is pressed down, a section when it is let go.
  observe('pointerdown')
  observe('click')
}
