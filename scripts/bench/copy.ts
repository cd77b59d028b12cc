import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { gzipSync } from 'node:zlib'

import type { Browser } from '@playwright/test'

import type { Served } from '@/scripts/bench/servers'
import { freePorts } from '@/scripts/ports'

interface File {
  headers: IncomingHttpHeaders
  body: Buffer
}

/** The page at `url` as its own static copy: the same HTML and styles, nothing that runs, all of it from memory. */
export async function serveCopy(browser: Browser, url: string): Promise<Served> {
  const html = gzipSync(await withoutScripts(browser, url))
  const files = new Map<string, Promise<File>>()
  const server = createServer(({ url: path = '/', headers }, response) => {
    if (path === '/') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
      })
      response.end(html)
      return
    }
    const file = files.get(path) ?? fileAt(new URL(path, url), headers['accept-encoding'] ?? '')
    files.set(path, file)
    void file.then(({ headers: { 'content-type': type, 'content-encoding': coding }, body }) => {
      response.writeHead(200, {
        ...(type && { 'content-type': type }),
        ...(coding && { 'content-encoding': coding }),
      })
      response.end(body)
    })
  })
  const [port = 0] = await freePorts(1)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
    cpu: () => 0,
  }
}

/** What a browser has once the stream has come and its parts are in their places, before any of the page's files ran. */
async function withoutScripts(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage()
  await page.route(/\.js(\?|$)/, (route) => route.abort())
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForFunction(() => document.querySelector('[id^="S:"][hidden]') === null)
  const html = await page.evaluate(() => {
    for (const element of document.querySelectorAll('script, link[as=script]')) element.remove()
    return `<!doctype html>${document.documentElement.outerHTML}`
  })
  await page.close()
  return html
}

/** As it is sent, so compressed as it is compressed there. */
const fileAt = (url: URL, coding: string): Promise<File> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': coding } })
      .once('response', (response) => {
        const parts: Buffer[] = []
        response
          .on('data', (part: Buffer) => parts.push(part))
          .once('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }))
      })
      .once('error', reject)
      .end()
  })
