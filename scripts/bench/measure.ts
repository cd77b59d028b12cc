import type { Browser, Page } from '@playwright/test'

import { median } from './report'

/** What one load of one page costs. Bytes as transferred, times in milliseconds at a quarter of the CPU. */
export interface Load {
  scriptBytes: number
  lcp: number
  blocking: number
  /** Milliseconds of the main thread, from the start until the page is quiet. */
  cpu: number
}

const CPU_SLOWDOWN = 4

/** Loads a page in a fresh context with an empty cache. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const { page, close, scriptBytes, cpu } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await isAlive(page)
  const { lcp, blocking } = await page.evaluate(() => window.bench)
  const used = await cpu()
  await close()
  return { scriptBytes: scriptBytes(), lcp, blocking, cpu: used }
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

/**
 * Opens every section of a page, types into each of its text fields as soon as it is focused, and gives the
 * slowest key and the median of the later ones, from its event to the next paint, in milliseconds.
 */
export async function measureKeys(
  browser: Browser,
  url: string,
): Promise<{ worst: number; settled: number }> {
  const { page, close } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await isAlive(page)
  const closed = page.locator('main button[aria-expanded=false][aria-controls]')
  for (let left = await closed.count(); left > 0; left = await closed.count())
    await closed.first().click()
  await isAlive(page)
  await page.evaluate(observeKeys)
  const settled: number[] = []
  for (const field of await page.locator(TEXT_FIELDS).all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue
    await field.focus()
    const first = await page.evaluate(() => window.benchKeys.length)
    for (const key of '10.14.8') {
      await page.keyboard.press(key)
      await page.waitForFunction(() => !window.benchPending)
    }
    settled.push(...(await page.evaluate((from) => window.benchKeys.slice(from + 4), first)))
  }
  const worst = Math.max(0, ...(await page.evaluate(() => window.benchKeys)))
  await close()
  return { worst, settled: median(settled) }
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
  await page.evaluate(observeKeys)
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

async function open(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1200 } })
  const page: Page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Performance.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const scripts = new Set<string>()
  let bytes = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
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
  return { page, close: () => context.close(), scriptBytes: () => bytes, cpu, heap }
}

declare global {
  interface Window {
    bench: { lcp: number; blocking: number; lastTask: number; longest: number }
    benchKeys: number[]
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

function observeKeys() {
  window.benchKeys = []
  window.benchPending = false
  addEventListener(
    'keydown',
    (event) => {
      window.benchPending = true
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.onmessage = () => {
          window.benchKeys.push(performance.now() - event.timeStamp)
          window.benchPending = false
        }
        painted.port2.postMessage(undefined)
      })
    },
    { capture: true },
  )
}
