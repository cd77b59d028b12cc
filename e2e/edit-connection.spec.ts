import { expect, type Page } from '@playwright/test'

import { choose, group, open } from '@/e2e/fixtures/attach-page'
import { call, items } from '@/e2e/fixtures/cloud'
import { newConnection, REGION } from '@/e2e/fixtures/vpn-world'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const LONDON = 'eu-west-1'

async function idOf(region: string, name: string): Promise<string> {
  const answer = await call('vpc', 'DescribeVpnConnections', { RegionId: region, PageSize: 50 })
  const found = items(answer, 'VpnConnections.VpnConnection').find((each) => each['Name'] === name)
  return String(found?.['VpnConnectionId'])
}

const read = (region: string, id: string) =>
  call('vpc', 'DescribeVpnConnection', { RegionId: region, VpnConnectionId: id })

const ok = (page: Page) => page.getByRole('button', { name: 'OK, review the changes' })

/** Presses OK, and once more where warnings stand, until what it opens is there. */
async function review(page: Page, opened: string) {
  const shown = page.getByText(opened).first()
  const warned = page.getByRole('status').filter({ hasText: 'OK sends the form all the same' })
  await ok(page).click()
  await expect(shown.or(warned).first()).toBeVisible()
  if (await warned.isVisible()) await ok(page).click()
  await expect(shown).toBeVisible()
}

test('edits a connection: what differs is shown before, sent after, and undone', async ({ page }, {
  workerIndex,
}) => {
  const name = `edited-${workerIndex}`
  const id = await newConnection(workerIndex, { name, psk: `c4nary-edit-${workerIndex}` })
  await page.goto(routes.ipsecConnection(REGION, id))
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Edit ${name}` })).toBeVisible()

  await review(page, `Review the changes of ${name}`)
  const dialog = page.getByRole('dialog', { name: `Review the changes of ${name}` })
  await expect(dialog).toContainText('Nothing differs')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const encryption = await open(page, 'Encryption settings')
  await choose(encryption.getByRole('group', { name: 'IKE Settings' }), 'DH Group', 'group14')
  await page.getByLabel('Pre-Shared Key', { exact: true }).fill('c4nary-new-key-1234')
  await review(page, `Review the changes of ${name}`)
  await expect(dialog.getByRole('row', { name: /IKE Settings · DH Group/ })).toContainText(
    /group2\s*group14/,
  )
  await expect(dialog.getByRole('row', { name: /Pre-Shared Key/ })).toContainText('A new key')
  await expect(dialog).toContainText('The tunnel carries no traffic now.')
  await expect(dialog).not.toContainText('c4nary')
  await dialog.getByRole('button', { name: 'OK, change it' }).click()
  await expect(page).toHaveURL(routes.ipsecConnection(REGION, id))
  expect(await read(REGION, id)).toMatchObject({
    IkeConfig: { IkePfs: 'group14', Psk: 'c4nary-new-key-1234' },
  })

  await page.getByRole('button', { name: 'Undo' }).click()
  const undo = page.getByRole('dialog', { name: `Undo the last edit of ${name}` })
  await undo.getByRole('textbox').fill(name)
  await undo.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('main')).toContainText('Done')
  expect(await read(REGION, id)).toMatchObject({
    IkeConfig: { IkePfs: 'group2', Psk: `c4nary-edit-${workerIndex}` },
  })
})

test('shows what somebody else changed meanwhile, and takes it in without losing what was typed', async ({
  page,
}, { workerIndex }) => {
  const name = `shared-${workerIndex}`
  const id = await newConnection(workerIndex, { name })
  await page.goto(routes.editIpsecConnection(REGION, id))
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name}-mine`)
  await call('vpc', 'ModifyVpnAttachmentAttribute', {
    RegionId: REGION,
    VpnConnectionId: id,
    EnableDpd: false,
  })
  await review(page, 'Somebody else changed this connection')
  await expect(page.getByRole('row', { name: /DPD/ })).toContainText(/On\s*Off/)
  await page.getByRole('button', { name: 'Take these into the form' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(`${name}-mine`)
  await review(page, `Review the changes of ${name}`)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /^Name/ })).toContainText(`${name}-mine`)
  await expect(dialog.getByRole('row', { name: /DPD/ })).toHaveCount(0)
})

test('says which traffic stops, and offers to change one tunnel after the other', async ({
  page,
}) => {
  const id = await idOf(LONDON, 'cambridge-dc')
  await page.goto(routes.editIpsecConnection(LONDON, id))
  const encryption = await open(page, 'Encryption settings')
  for (const tunnel of ['Tunnel 1', 'Tunnel 2'])
    await choose(
      encryption
        .getByRole('group', { name: tunnel })
        .getByRole('group', { name: 'IPsec Settings' }),
      'DH Group',
      'group5',
    )
  await review(page, 'Review the changes of cambridge-dc')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Tunnel 1 carries traffic now. It goes down')
  await expect(dialog.getByRole('radio', { name: /One tunnel at a time/ })).toBeChecked()
  await expect(dialog).toContainText('One tunnel goes on carrying the traffic.')
  const go = dialog.getByRole('button', { name: 'OK, change it' })
  await expect(go).toBeEnabled()
  await dialog.getByRole('radio', { name: /Both at once/ }).check()
  await expect(dialog).toContainText('all traffic of this connection stops')
  await expect(go).toBeDisabled()
})

test('says which prefixes change with the peer blocks', async ({ page }) => {
  const id = await idOf(REGION, 'vienna-branch')
  await page.goto(routes.editIpsecConnection(REGION, id))
  await group(page, 'Basic settings').getByText('Flow Protection').click()
  await page.getByRole('textbox', { name: /Local CIDR Block/ }).fill('10.0.0.0/8')
  await page.getByRole('textbox', { name: /Peer CIDR Block/ }).fill('192.168.213.0/24')
  await review(page, 'Review the changes of vienna-branch')
  await expect(page.getByRole('dialog')).toContainText('192.168.213.0/24 gets a way')
})

test('clones a connection without its key, with a name and blocks of its own', async ({ page }) => {
  const id = await idOf(REGION, 'munich-hq')
  await page.goto(routes.ipsecConnection(REGION, id))
  await page.getByRole('link', { name: 'Clone' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'munich-hq-copy',
  )
  await expect(page.getByLabel('Pre-Shared Key', { exact: true })).toHaveValue('')
  const original = await read(REGION, id)
  const bgp = await open(page, 'BGP settings')
  const block = bgp.getByRole('textbox', { name: /Tunnel CIDR Block/ })
  await expect(block).toHaveValue(/^169\.254\./)
  await expect(block).not.toHaveValue(
    String((original['VpnBgpConfig'] as Record<string, unknown>)['TunnelCidr']),
  )
})
