import { expect, type Locator, type Page } from '@playwright/test'

/** A named part of the form: a section, one of its groups. */
export const group = (within: Page | Locator, name: string): Locator =>
  within.getByRole('group', { name, exact: true })

/** Opens a section that is closed and gives it. */
export async function open(page: Page, name: string): Promise<Locator> {
  const band = page.getByRole('button', { name, exact: true })
  if ((await band.getAttribute('aria-expanded')) === 'false') await band.click()
  return group(page, name)
}

/** Chooses an option of a select by the beginning of its text. */
export async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).click()
  await within
    .page()
    .getByRole('option', { name: new RegExp(`^${option}\\b`) })
    .click()
}

export const pressOk = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'OK, create VPN attachment' }).click()

/** Waits until the operation is over and the list is open. */
export async function finish(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/connections\?created=tr-attach-/, { timeout: 45_000 })
}

/** What a field says under its control. */
export const remark = (control: Locator): Promise<string> =>
  control.evaluate((element) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  })
