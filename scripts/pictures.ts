import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Page, chromium } from '@playwright/test'

import { routes } from '@/lib/navigation/routes'
import { serveConsole } from '@/scripts/bench/servers'
import { chromiumPath } from '@/scripts/chromium'
import { freePorts } from '@/scripts/ports'

// Takes the pictures of README from a console of its own, in the sample world.
const FOLDER = 'docs/pictures'
const CEN = 'cen-c7552q19cnvv7ptjlw'
const FRANKFURT = 'tr-31bdalhkvzav8stsmf'

const [port = 0, emulatorPort = 0] = await freePorts(2)
const dataDir = mkdtempSync(join(tmpdir(), 'cen-vpn-pictures-'))
const { url, stop } = await serveConsole(dataDir, port, emulatorPort)
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
mkdirSync(FOLDER, { recursive: true })
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      baseURL: url,
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
    })
    for (const [name, show] of Object.entries({ form, 'route-difference': routeDifference })) {
      const page = await context.newPage()
      await show(page)
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`), caret: 'hide' })
      await page.close()
    }
  }
} finally {
  await browser.close()
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function form(page: Page): Promise<void> {
  await page.goto(routes.createConnection(CEN, FRANKFURT))
  const basic = page.getByRole('group', { name: 'Basic settings', exact: true })
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('cologne-dc')
  await choose(page, 'Customer Gateway', /munich-fw1/)
  await basic.getByText('Flow Protection').click()
  await basic.getByRole('textbox', { name: 'Local CIDR Block' }).fill('10.10.0.0/16')
  await basic.getByRole('textbox', { name: 'Peer CIDR Block' }).fill('192.168.70.0/24')
  await page.evaluate(() => scrollTo(0, 0))
}

async function routeDifference(page: Page): Promise<void> {
  await page.goto(routes.connections(CEN, FRANKFURT))
  await page.getByRole('link', { name: 'hamburg-dc' }).click()
  await page.getByRole('button', { name: 'Modify associated route table' }).click()
  await choose(page, 'New route table', /production/)
  await page.getByRole('dialog').getByRole('row').nth(3).waitFor()
}

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}
