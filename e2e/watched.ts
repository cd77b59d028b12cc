import { type BrowserContext, expect, test as base } from '@playwright/test'

import { holdsCanary } from '@/lib/db/test/canary'

/** A test in whose browser the key of `CANARY` must never arrive or stay. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context }, provide) => {
      const leaks = listen(context)
      await provide(undefined)
      expect(await leaks()).toEqual([])
      expect(holdsCanary(await stored(context))).toBe(false)
    },
    { auto: true },
  ],
})

/** Everything the browser is sent from now on; gives the addresses whose answer held the key. */
function listen(context: BrowserContext): () => Promise<string[]> {
  const answers: Promise<string>[] = []
  context.on('response', (response) => {
    const url = response.url()
    // The build's own files are older than any key.
    if (url.includes('/_next/static/')) return
    const body = response.body().catch(() => Buffer.of()) // a redirect has none, a closed page gives none
    const headers = JSON.stringify(response.headers())
    answers.push(
      body.then((bytes) =>
        holdsCanary(`${url} ${headers} ${bytes.toString('latin1')}`) ? url : '',
      ),
    )
  })
  return async () => (await Promise.all(answers)).filter(Boolean)
}

/** What the browser keeps of the console. */
export async function stored(context: BrowserContext): Promise<string> {
  const kept = [JSON.stringify(await context.cookies())]
  // One that was never sent anywhere has no storage.
  const pages = context.pages().filter((page) => page.url().startsWith('http'))
  for (const page of pages) kept.push(await page.evaluate(readStorage))
  return kept.join(' ')
}

async function readStorage(): Promise<string> {
  const storages = [localStorage, sessionStorage].map((storage) => Object.entries(storage))
  const names = [await indexedDB.databases(), 'caches' in window ? await caches.keys() : []]
  return JSON.stringify([...storages, ...names, window.name, history.state])
}
