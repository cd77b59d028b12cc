import type { Browser, Page } from '@playwright/test'

/** What one load of one page costs. Bytes as transferred, times in milliseconds at a quarter of the CPU. */
export interface Load {
  scriptBytes: number
  lcp: number
  blocking: number
}

const CPU_SLOWDOWN = 4

/** Loads a page in a fresh context with an empty cache. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const { page, close, scriptBytes } = await open(browser)
  await page.addInitScript(observeLoad)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForFunction(() => performance.now() - window.bench.lastTask > 1000)
  const { lcp, blocking } = await page.evaluate(() => window.bench)
  await close()
  return { scriptBytes: scriptBytes(), lcp, blocking }
}

/** Types into every text field of a page and gives the slowest key, from its event to the next paint. */
export async function measureKeys(
  browser: Browser,
  url: string,
): Promise<{ worst: number; median: number }> {
  const { page, close } = await open(browser)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(observeKeys)
  for (const field of await page.locator(TEXT_FIELDS).all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue
    await field.focus()
    for (const key of '10.1') {
      await page.keyboard.press(key)
      await page.waitForFunction(() => !window.benchPending)
    }
  }
  const times = (await page.evaluate(() => window.benchKeys)).toSorted((a, b) => a - b)
  await close()
  return { worst: times.at(-1) ?? 0, median: times[Math.floor(times.length / 2)] ?? 0 }
}

/** Types into the filter of a table and gives the time of each key, and how many elements the page has. */
export async function measureFilter(
  browser: Browser,
  url: string,
): Promise<{ worst: number; nodes: number }> {
  const { page, close } = await open(browser)
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
  await close()
  return { worst, nodes }
}

export const TEXT_FIELDS = 'main input:is([type=text],[type=password],:not([type])), main textarea'

async function open(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1200 } })
  const page: Page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const scripts = new Set<string>()
  let bytes = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return { page, close: () => context.close(), scriptBytes: () => bytes }
}

declare global {
  interface Window {
    bench: { lcp: number; blocking: number; lastTask: number }
    benchKeys: number[]
    benchPending: boolean
  }
}

function observeLoad() {
  window.bench = { lcp: 0, blocking: 0, lastTask: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.bench.blocking += Math.max(0, entry.duration - 50)
      window.bench.lastTask = entry.startTime + entry.duration
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
