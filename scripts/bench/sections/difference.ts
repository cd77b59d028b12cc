import { measureTask } from '@/scripts/bench/measure'
import type { Report } from '@/scripts/bench/report'
import { attachmentOf, paths, routeTables, type Stand } from '@/scripts/bench/stand'

const ROUNDS = 3

/** P14: the dialog that compares two route tables of 10,000 routes each. */
export async function measureDifference(stand: Stand, report: Report): Promise<void> {
  const ours = await stand.console()
  const tables = await routeTables(ours)
  for (const name of ['production', 'staging'])
    await ours.steer(`/route-tables/${tables.get(name)}/routes`, { count: 10_000 })
  const attachmentId = await attachmentOf(ours, 'munich-hq')
  const longest: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    longest.push(
      await measureTask(stand.browser, ours.url + paths.attachment(attachmentId), async (page) => {
        await page.getByRole('button', { name: 'Modify associated route table' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('combobox', { name: 'New route table' }).click()
        await page.getByRole('option', { name: 'staging' }).click()
        await dialog.getByRole('button', { name: /lost$/ }).waitFor({ timeout: 120_000 })
      }),
    )
  await ours.steer('/reset', {})
  report.add({
    goal: 'P14',
    what: 'longest task while two tables of 10,000 routes are compared',
    ours: longest,
    limit: 100,
    unit: 'ms',
  })
}
