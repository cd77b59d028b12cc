import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Browser, chromium, expect as onPage, type Locator, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newFolder } from '@/emulator/gateways/real/machine'
import { clients } from '@/emulator/test/start'
import { routes } from '@/lib/navigation/routes'
import { chromiumPath, findChromium } from '@/scripts/chromium'
import { freePorts } from '@/scripts/ports'

import { AT_LAST, missing, until } from './lab'

const CEN = 'cen-c7552q19cnvv7ptjlw'
/** A host of a VPC that forwards by the table production. */
const PRODUCTION = '10.11.0.5'
const ROUTER = 'tr-31bdalhkvzav8stsmf'

const see = onPage.configure({ timeout: AT_LAST })

const group = (within: Page, name: string): Locator =>
  within.getByRole('group', { name, exact: true })

/** Chooses an option of a select by the beginning of its text. */
async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).click()
  await within
    .page()
    .getByRole('option', { name: new RegExp(`^${option}\\b`) })
    .click()
}

/** `npm run rehearse` as somebody starts it, on ports and in a folder of its own. */
async function startRehearsal() {
  const folder = newFolder('story')
  const [port = 0, emulator = 0] = await freePorts(2)
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    EMULATOR_PORT: String(emulator),
    DATA_DIR: join(folder, 'data'),
    EMULATOR_TIME_SCALE: '0.1',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rehearse.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await until('the console is ready', () => Promise.resolve(printed.includes('is ready')))
  return {
    folder,
    env,
    child,
    url: `http://127.0.0.1:${port}`,
    cloud: clients(`127.0.0.1:${emulator}`, 'emulator-main'),
  }
}

/** What `npm run rehearse -- …` prints. */
async function rehearse(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rehearse.ts', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await once(child, 'exit')
  return printed
}

describe.skipIf(missing ?? (findChromium() ? undefined : 'no Chromium'))('the whole story', () => {
  let lab: Awaited<ReturnType<typeof startRehearsal>>
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    lab = await startRehearsal()
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
    page = await browser.newPage({ baseURL: lab.url })
  })
  afterAll(async () => {
    await browser?.close()
    if (!lab) return
    await stop(lab.child)
    rmSync(lab.folder, { recursive: true, force: true })
  })

  it('from the form over the device to traffic that follows the table', async () => {
    const gateway = await lab.cloud.vpcCall('CreateCustomerGateway', {
      RegionId: 'eu-central-1',
      Name: 'story-edge',
      IpAddress: '203.0.113.77',
      Asn: 65_077,
    })
    await page.goto(routes.createConnection(CEN, ROUTER))
    const basic = group(page, 'Basic settings')
    await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('story')
    await choose(basic, 'Customer Gateway', 'story-edge')
    await basic
      .getByRole('textbox', { name: 'Pre-Shared Key' })
      .or(basic.locator('input[type=password]'))
      .first()
      .fill('The.key-of_the_story')
    await page.getByRole('button', { name: 'BGP settings', exact: true }).click()
    const bgp = group(page, 'BGP settings')
    await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
    await bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' }).fill('169.254.77.0/30')
    await bgp.getByRole('textbox', { name: 'Local BGP IP' }).fill('169.254.77.1')
    const ok = page.getByRole('button', { name: 'OK, create VPN attachment' })
    await ok.click()
    await see
      .poll(async () => {
        if (page.url().includes('created=')) return true
        const warned = page
          .getByRole('status')
          .filter({ hasText: 'OK sends the form all the same' })
        if (await warned.isVisible()) await ok.click()
        return false
      })
      .toBe(true)
    const attachmentId = new URL(page.url()).pathname.split('/').at(-1)!

    // The panel has the files; the site runs them as they stand.
    await page.goto(routes.attachmentTab(CEN, ROUTER, attachmentId, 'device'))
    const panel = page.getByRole('complementary').last()
    await choose(panel, 'Device', 'strongSwan \\(swanctl')
    await panel.getByRole('textbox', { name: 'Networks behind the device' }).fill('192.168.77.0/24')
    await panel.getByRole('button', { name: 'Show the key in the text' }).click()
    const paths = [
      '/etc/swanctl/conf.d/cen-101.conf',
      '/usr/local/sbin/cen-101-up',
      '/etc/frr/frr.conf',
    ]
    await see(panel.getByRole('region', { name: paths[0]! })).toContainText('The.key-of_the_story')
    const files = await Promise.all(
      paths.map(async (path, index) => {
        const file = join(lab.folder, String(index))
        writeFileSync(
          file,
          `${await panel.getByRole('region', { name: path }).locator('pre').innerText()}\n`,
        )
        return file
      }),
    )
    const [connection] = (
      (
        await lab.cloud.vpcCall('DescribeVpnConnections', {
          RegionId: 'eu-central-1',
          PageSize: 50,
        })
      )['VpnConnections'] as {
        VpnConnection: { Name: string; VpnConnectionId: string; CustomerGatewayId: string }[]
      }
    ).VpnConnection.filter(
      ({ CustomerGatewayId }) => CustomerGatewayId === gateway['CustomerGatewayId'],
    )
    const id = connection!.VpnConnectionId
    expect(await rehearse(lab.env, 'site', id, ...files)).toContain('{}')

    // What the panel shows is what the daemons say.
    await page.goto(routes.ipsecConnectionTab('eu-central-1', id, 'routes'))
    await see(page.getByRole('main')).toContainText('192.168.77.0/24')
    await see(page.getByRole('main').getByText('Established').first()).toBeVisible()
    await page.goto(routes.rehearsal())
    const card = page.getByRole('main')
    await see(card).toContainText('IPsec up')
    await see(card).toContainText('BGP up')
    // Production has to know the way back.
    const tables = (
      await lab.cloud.cbn('ListTransitRouterRouteTables', { TransitRouterId: ROUTER })
    )['TransitRouterRouteTables'] as {
      TransitRouterRouteTableId: string
      TransitRouterRouteTableName: string
    }[]
    const tableOf = (name: string) =>
      tables.find((table) => table.TransitRouterRouteTableName === name)!.TransitRouterRouteTableId
    await lab.cloud.cbn('EnableTransitRouterRouteTablePropagation', {
      TransitRouterAttachmentId: attachmentId,
      TransitRouterRouteTableId: tableOf('production'),
    })
    await until('packets pass both ways', async () =>
      (await rehearse(lab.env, 'ping', id)).includes(
        `"host":"${PRODUCTION}","there":true,"back":true`,
      ),
    )
    await card.getByRole('button', { name: 'Ping both ways' }).click()
    await see(card.getByRole('listitem').filter({ hasText: PRODUCTION })).toContainText(
      'reaches the site',
    )

    // Another table, another way: staging knows no production network.
    await page.goto(routes.attachment(CEN, ROUTER, attachmentId))
    await page.getByRole('button', { name: 'Modify associated route table' }).click()
    const dialog = page.getByRole('dialog', { name: 'Modify route table' })
    await dialog.getByRole('combobox', { name: 'New route table' }).click()
    await page.getByRole('option', { name: 'staging' }).click()
    await dialog.getByLabel(/Type story/).fill('story')
    await dialog.getByRole('button', { name: 'OK', exact: true }).click()
    await until('the table is staging', async () => {
      const bound = await lab.cloud.cbn('ListTransitRouterRouteTableAssociations', {
        TransitRouterRouteTableId: tableOf('staging'),
      })
      return JSON.stringify(bound).includes(attachmentId)
    })
    await until('production is out of reach', async () =>
      (await rehearse(lab.env, 'ping', id)).includes(`"host":"${PRODUCTION}","there":false`),
    )

    // One thing is broken by a press, to practise, and mended by another.
    await page.goto(routes.rehearsal())
    await choose(card, 'Break one thing', 'Another key')
    await see(card).toContainText('IPsec down')
    await choose(card, 'Break one thing', 'Nothing is broken')
    await see(card).toContainText('IPsec up')
  })
})

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
