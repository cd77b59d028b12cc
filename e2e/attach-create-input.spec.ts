import { expect, type Locator, type Page } from '@playwright/test'

import { choose, group, open, pressOk, remark } from '@/e2e/fixtures/attach-page'
import { test } from '@/e2e/fixtures/attach-world'

const RIGHT_TO_LEFT = '\u202E'
const LONG = 'a'.repeat(10_000)

/** What nobody should be able to send: typed text, and what the field says to it. */
type Refusals = readonly (readonly [typed: string, said: RegExp])[]

const ADDRESSES: Refusals = [
  ['', /Enter an IPv4 address/],
  ['   ', /Enter an IPv4 address/],
  [LONG, /too many/],
  ['10.0.0.1\u0007', /does not belong/],
  [`10.0.0${RIGHT_TO_LEFT}.1`, /does not belong/],
  ['１０.0.0.1', /does not belong/],
  ['<script>alert(1)</script>', /does not belong/],
  ['10.0.0.256', /above 255/],
  ['010.0.0.1', /leading zero/],
  ['10.0.0.1/32', /without a mask/],
  ['fe80::1', /IPv6/],
  ['1e3', /does not belong|not an IPv4 address/],
  ['-1.0.0.1', /does not belong/],
]

const BLOCKS: Refusals = [
  ['', /CIDR block/],
  ['169.254.11.0', /not a \/30/],
  ['169.254.11.0/33', /not a mask length/],
  ['169.254.11.1/30', /host bits/],
  ['169.254.11.0/29', /30/],
  ['10.0.0.0/30', /169\.254\.0\.0\/16/],
  ['169.254.6.0/30', /reserved/],
  ['169.254.169.252/30', /reserved/],
  ['fe80::/30', /IPv6/],
  [`169.254.11.0/30${RIGHT_TO_LEFT}`, /does not belong/],
]

const ASNS: Refusals = [
  ['', /Enter an ASN/],
  ['0', /outside/],
  ['4294967296', /outside/],
  ['65536.1', /above 65535/],
  ['1e3', /does not belong/],
  ['-5', /does not belong/],
  ['007', /leading zero/],
  ['1.2.3', /not an ASN/],
  [LONG, /too many/],
]

const LIFETIMES: Refusals = [
  ['', /0 to 86400|whole number|Enter/],
  ['86401', /86400/],
  ['-1', /86400|does not belong|whole number/],
  ['1e3', /86400|does not belong|whole number/],
  ['3600.5', /86400|does not belong|whole number/],
]

const KEYS: Refusals = [
  ['two words are refused', /space/i],
  ['k'.repeat(101), /100/],
  ['Schlüssel-Schlüssel', /character/i],
]

async function refuses(page: Page, control: Locator, refusals: Refusals): Promise<void> {
  for (const [typed, said] of refusals) {
    await control.fill(typed)
    await control.press('Tab')
    await expect(control).toHaveAttribute('aria-invalid', 'true')
    await expect.poll(() => remark(control), typed.slice(0, 40)).toMatch(said)
  }
  await expect(page.getByRole('main')).not.toContainText('undefined')
}

test('refuses wrong addresses, blocks, numbers and keys at their fields', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const bgp = group(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  await refuses(page, bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' }), BLOCKS)
  await refuses(page, bgp.getByRole('textbox', { name: 'Local BGP IP' }), ADDRESSES)
  await refuses(page, bgp.getByRole('textbox', { name: 'Local ASN' }), ASNS)
  const health = group(page, 'Health checks')
  await health.getByRole('switch', { name: 'Enable health checks' }).check()
  await refuses(
    page,
    health.getByRole('textbox', { name: 'Destination IP' }),
    ADDRESSES.slice(0, 4),
  )
  const ike = group(await open(page, 'Encryption settings'), 'IKE Settings')
  await refuses(page, ike.getByRole('textbox', { name: 'SA Lifetime (Seconds)' }), LIFETIMES)
  await refuses(page, page.getByLabel('Pre-Shared Key', { exact: true }), KEYS)
})

test('an error goes as soon as what is typed is right', async ({ page, world }) => {
  await page.goto(world.path)
  const bgp = group(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  const asn = bgp.getByRole('textbox', { name: 'Local ASN' })
  await asn.fill('65536.')
  await expect(asn).not.toHaveAttribute('aria-invalid')
  await asn.press('Tab')
  await expect(asn).toHaveAttribute('aria-invalid', 'true')
  await asn.fill('123.456')
  await expect(asn).not.toHaveAttribute('aria-invalid')
  await expect(bgp.getByText('= 8061384')).toBeVisible()
})

test('compares the fields with each other and with what the cloud holds', async ({
  page,
  world,
}) => {
  await page.goto(world.path)
  const basic = group(page, 'Basic settings')
  await choose(basic, 'Customer Gateway', world.gateway.name)
  const bgp = group(page, 'BGP settings')
  await bgp.getByRole('switch', { name: 'Enable BGP' }).check()
  await bgp.getByRole('button', { name: 'Pick a free one' }).click()
  const block = bgp.getByRole('textbox', { name: 'Tunnel CIDR Block' })
  await expect(block).toHaveValue(/^169\.254\.\d+\.\d+\/30$/)
  const ip = bgp.getByRole('textbox', { name: 'Local BGP IP' })
  await ip.fill('169.254.200.1')
  await ip.press('Tab')
  await expect(ip).toHaveAttribute('aria-invalid', 'true')
  const asn = bgp.getByRole('textbox', { name: 'Local ASN' })
  await asn.fill(String(world.gateway.asn))
  await asn.press('Tab')
  await expect.poll(() => remark(asn)).toContain(world.gateway.name)
  await expect(asn).not.toHaveAttribute('aria-invalid')

  await basic.getByText('Flow Protection').click()
  const local = basic.getByRole('textbox', { name: 'Local CIDR Block' })
  await pressOk(page)
  await expect(local).toHaveAttribute('aria-invalid', 'true')
  await expect(local).toBeFocused()
})

test('marks weak algorithms and sets strong ones at one press', async ({ page, world }) => {
  await page.goto(world.path)
  const encryption = await open(page, 'Encryption settings')
  await expect(encryption.getByText('sha1, group2 are weak.')).toBeVisible()
  await encryption.getByRole('button', { name: 'Use the strong set' }).click()
  for (const name of ['IKE Settings', 'IPsec Settings']) {
    const part = group(encryption, name)
    await expect(part.getByRole('combobox', { name: 'Encryption Algorithm' })).toHaveText('aes256')
    await expect(part.getByRole('combobox', { name: 'Authentication Algorithm' })).toHaveText(
      'sha256',
    )
    await expect(part.getByRole('combobox', { name: 'DH Group' })).toHaveText('group14')
  }
  await expect(encryption.getByText(/weak/)).toHaveCount(0)
})
