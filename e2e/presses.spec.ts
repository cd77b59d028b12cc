import { expect, type Page, type Request } from '@playwright/test'

import { choose, group, open, pressOk } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'
import { routes } from '@/lib/navigation/routes'

const ok = (page: Page) => page.getByRole('button', { name: 'OK, create VPN attachment' })
const isAction = (request: Request) => request.headers()['next-action'] !== undefined

/** Holds every script that the page asks for from now on; gives what lets them go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await held
    await route.continue()
  })
  return release
}

function countActions(page: Page): () => number {
  let count = 0
  page.on('request', (request) => (count += isAction(request) ? 1 : 0))
  return () => count
}

test('a press of OK before the page is alive is seen, kept and answered with what was typed', async ({
  page,
  world,
}) => {
  const release = await holdScripts(page)
  await page.goto(world.path, { waitUntil: 'commit' })
  const name = group(page, 'Basic settings').getByRole('textbox', { name: 'Attachment Name' })
  await name.fill('http://name')
  await ok(page).click()
  await expect(ok(page)).toHaveCSS('opacity', '0.5')
  release()
  await expect(page.getByText('Choose a customer gateway, or create one.')).toBeVisible()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveValue('http://name')
  await expect(ok(page)).toHaveCSS('opacity', '1')
})

test('Ctrl+Enter before the page is alive is kept like a press of the button', async ({
  page,
  world,
}) => {
  const release = await holdScripts(page)
  await page.goto(world.path, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Attachment Name' }).press('Control+Enter')
  await expect(ok(page)).toHaveCSS('opacity', '0.5')
  release()
  await expect(page.getByText('Choose a customer gateway, or create one.')).toBeVisible()
})

test('a press of OK in a slow browser, from the field just typed in, is answered', async ({
  page,
  world,
}) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto(world.path, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Attachment Name' }).pressSequentially('slow')
  await pressOk(page)
  await expect(page.getByText('Choose a customer gateway, or create one.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Attachment Name' })).toHaveValue('slow')
})

test('a press of OK while its check is on the way is shown at once and begins one operation', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  const actions = countActions(page)
  const release = await holdScripts(page)
  await basic.getByRole('textbox', { name: 'Attachment Name' }).fill('late-check')
  await ok(page).click()
  await expect(ok(page)).toHaveAttribute('aria-disabled', 'true')
  await ok(page).click({ force: true })
  expect(actions()).toBe(0)
  release()
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await ok(page).dblclick()
  await expect(page.getByRole('link', { name: 'Open the operation' })).toBeVisible()
  expect(actions()).toBe(1)
})

test('a press of OK whose check never arrives is answered by the server', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  await holdScripts(page)
  await ok(page).click()
  // Those that the page came with.
  await expect(page.getByRole('status').filter({ hasText: 'sha1' })).toBeVisible()
  await ok(page).click()
  await expect(page.getByText('Choose a customer gateway, or create one.')).toBeVisible()
})

test('Enter in a text field sends nothing', async ({ page, world }) => {
  await page.goto(world.path)
  const actions = countActions(page)
  const name = group(page, 'Basic settings').getByRole('textbox', { name: 'Attachment Name' })
  await name.fill('entered')
  await name.press('Enter')
  await name.press('Control+Enter')
  const missing = page.getByText('Choose a customer gateway, or create one.')
  await expect(missing).toBeVisible()
  await expect(missing).toHaveCount(1)

  await page.goto(routes.cen(world.cenId))
  await page.getByRole('button', { name: 'Create transit router' }).first().click()
  const drawer = page.getByRole('complementary')
  const field = drawer.getByRole('textbox').first()
  await field.fill('')
  await field.press('Enter')
  await expect(field).toBeFocused()
  expect(actions()).toBe(0)
})

test('OK lists each warning once before it sends', async ({ page, world }) => {
  await page.goto(world.path)
  const actions = countActions(page)
  await choose(group(page, 'Basic settings'), 'Customer Gateway', world.gateway.name)
  await ok(page).click()
  const warned = page.getByRole('status').filter({ hasText: 'OK sends the form all the same' })
  await expect(warned).toContainText('sha1')
  await expect(warned).toContainText('group2')
  // They are not said of what is not asked.
  await page.getByRole('radio', { name: 'Different Account' }).check()
  await expect(warned).toHaveCount(0)
  await expect(page.getByText('Encryption settings:')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Current Account' }).check()
  await warned.getByRole('button').first().click()
  await expect(
    page.getByRole('combobox', { name: 'Authentication Algorithm' }).first(),
  ).toBeVisible()
  const ike = group(await open(page, 'Encryption settings'), 'IKE Settings')
  await choose(ike, 'Authentication Algorithm', 'md5')
  await ok(page).click()
  await expect(warned).toContainText('md5')
  await expect(warned).not.toContainText('group2')
  expect(actions()).toBe(0)
  await Promise.all([page.waitForRequest(isAction), ok(page).click()])
})

test('the switches and the palette answer a press that came before the page was alive', async ({
  page,
}) => {
  const early = async (name: string) => {
    const release = await holdScripts(page)
    await page.goto(routes.operations(), { waitUntil: 'commit' })
    await page.getByRole('button', { name }).click()
    release()
  }
  await early('Go to anything')
  await expect(page.getByRole('dialog', { name: 'Go to anything' })).toBeVisible()
  await early('switch account')
  await expect(page.getByRole('menu')).toBeVisible()
  await early('Theme: system')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await early('中文')
  await expect(page.getByRole('heading', { level: 1, name: '操作', exact: true })).toBeVisible()
})
