import { expect } from '@playwright/test'

import { choose, finish, group, open, send } from '@/e2e/fixtures/attach-page'
import { newGateway, newRouter } from '@/e2e/fixtures/attach-world'
import { call, fault, steer } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const REGION = 'ap-southeast-5'

/** A router in a region with more gateways and connections than a page of the cloud's lists. */
const large = test.extend<{ world: { path: string; oldest: string; name: string } }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
  world: async ({}, provide, { workerIndex }) => {
    const { cenId, transitRouterId } = await newRouter(workerIndex, REGION)
    const { id, name } = await newGateway(workerIndex, 'main', REGION)
    for (let number = 0; number < 55; number++) await newGateway(workerIndex, 'main', REGION)
    await steer(`customer-gateways/${id}/connections`, { count: 120 })
    await provide({ path: routes.createConnection(cenId, transitRouterId), oldest: id, name })
  },
})

large(
  'the form is there at once, says what it still reads, and nothing in it moves',
  async ({ page, world }) => {
    await fault({
      fault: 'delay',
      ms: 3000,
      actions: ['DescribeVpnConnections'],
      match: { RegionId: REGION, PageNumber: '2' },
      count: 1,
    })
    await page.addInitScript(() => {
      const moved: number[] = []
      Object.assign(window, { moved })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          moved.push(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const html = (await page.goto(world.path))?.text() ?? ''
    const summary = page.getByRole('complementary', { name: 'Summary' })
    await expect(summary.getByText('Reading the tunnel CIDR blocks in use')).toBeVisible()
    // What the fonts of the first paint move, on a busy machine, is not what arrives.
    await page.evaluate(async () => {
      await document.fonts.ready
      ;(window as unknown as { moved: number[] }).moved.length = 0
    })
    await expect(summary.getByText(/Tunnel CIDR blocks in use: 1[2-9]\d/)).toBeVisible()
    expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([])
    // None of the connections is in the page.
    expect(await html).not.toContain('synthetic-')
  },
)

large('a free tunnel block is picked once the blocks in use are known', async ({ page, world }) => {
  await fault({
    fault: 'delay',
    ms: 2000,
    actions: ['DescribeVpnConnections'],
    match: { RegionId: REGION, PageNumber: '1' },
    count: 1,
  })
  await page.goto(world.path)
  const bgp = await open(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  const block = bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' })
  await block.fill('169.254.128.0/30')
  await bgp.getByRole('button', { name: 'Pick a free one' }).click()
  await expect(block).not.toHaveValue('169.254.128.0/30')
  await block.fill('169.254.128.0/30')
  await block.blur()
  await expect(bgp.getByText(/synthetic-1\b/)).toBeVisible()
})

large(
  'finds a customer gateway by name, id and address, and creates with it',
  async ({ page, world }) => {
    await page.goto(world.path)
    const basic = group(page, 'Basic settings')
    const gateway = basic.getByRole('combobox', { name: 'Customer Gateway', exact: true })
    await gateway.click()
    await expect(page.getByRole('option')).toHaveCount(50)
    await expect(page.getByText('The newest 50. Type to find others.')).toBeVisible()
    await page.keyboard.type(world.oldest)
    await expect(page.getByRole('option')).toHaveText([new RegExp(world.name)])
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('no-such-gateway')
    await expect(page.getByText('No match.')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(world.name)
    await expect(page.getByRole('option')).toHaveText([new RegExp(world.name)])
    await page.keyboard.press('Enter')
    await expect(gateway).toContainText(world.name)
    await basic.getByRole('radio', { name: 'Dual tunnel' }).check()
    await basic.getByRole('radio', { name: 'Single tunnel' }).check()
    await send(page)
    await finish(page)
  },
)

large('finds a free connection by its name and attaches it', async ({ page, world }) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await basic.getByRole('radio', { name: 'Select Resource' }).check()
  await expect(basic.getByText('These are the newest. Type to find others.')).toBeVisible()
  await expect(basic.getByRole('radio', { name: /synthetic-/ })).toHaveCount(50)
  const filter = basic.getByRole('textbox', { name: 'Filter connections' })
  await filter.fill('synthetic-117')
  const found = basic.getByRole('radio', { name: /synthetic-117\b/ }).first()
  await found.check()
  await filter.fill('no-such-connection')
  await expect(basic.getByText('No connection matches.')).toBeVisible()
  await filter.fill('')
  // It stays chosen, though it is not among the newest.
  await expect(basic.getByRole('radio', { name: /synthetic-/ })).toHaveCount(50)
  await send(page)
  await finish(page)
})

large(
  'a gateway that is gone by the time of OK is said at its field',
  async ({ page, world }, { workerIndex }) => {
    const made = await newGateway(workerIndex, 'main', REGION)
    await page.goto(world.path)
    const basic = group(page, 'Basic settings')
    await choose(basic, 'Customer Gateway', made.name)
    await call('vpc', 'DeleteCustomerGateway', { RegionId: REGION, CustomerGatewayId: made.id })
    await send(page)
    await expect(
      basic.getByText('This customer gateway is not in the region any more'),
    ).toBeVisible()
  },
)
