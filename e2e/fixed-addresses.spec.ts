import { expect, test } from '@playwright/test'

import { routes } from '@/lib/navigation/routes'

const TYPES = {
  '/robots.txt': 'text/plain',
  '/favicon.ico': 'image/x-icon',
  '/apple-touch-icon.png': 'image/png',
  '/icon.svg': 'image/svg+xml',
  '/manifest.webmanifest': 'application/manifest+json',
}

for (const [path, type] of Object.entries(TYPES))
  test(`answers ${path}, which is asked for by its fixed address`, async ({ request }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain(type)
  })

test('nothing is to be indexed', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
})

test('the page and its manifest name icons that exist, as large as they say', async ({
  page,
  request,
}) => {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  await page.goto(routes.instances())
  const links = page.locator('link[rel=icon], link[rel=apple-touch-icon]')
  for (const link of await links.all())
    expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
  // The policy of the page lets it have its manifest.
  const name = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    return ((await (await fetch(link?.href ?? '')).json()) as { name: string }).name
  })
  expect(name).toBe('CEN VPN Console')
  const { icons } = (await (await request.get('/manifest.webmanifest')).json()) as {
    icons: { src: string; sizes: string }[]
  }
  for (const { src, sizes } of icons) {
    const body = await (await request.get(src)).body()
    // A PNG tells its width and height after its first sixteen bytes.
    if (src.endsWith('.png'))
      expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`).toBe(sizes)
    else expect(sizes).toBe('any')
  }
  expect(refused).toEqual([])
})
