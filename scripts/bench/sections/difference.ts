import type { Page } from '@playwright/test'

import { measureTask, measureTyping } from '@/scripts/bench/measure'
import type { Report } from '@/scripts/bench/report'
import type { Console } from '@/scripts/bench/servers'
import { attachmentOf, paths, routeTables, type Stand } from '@/scripts/bench/stand'

const ROUNDS = 3
const FEW = 100
const MANY = 10_000

declare global {
  interface Window {
    /** Milliseconds from the press until the dialog could be used; 0 until then. */
    benchUsable: number
  }
}

/** P14: the dialog that compares two route tables of 10,000 routes each, and a key in its filter. */
export async function measureDifference(stand: Stand, report: Report): Promise<void> {
  const ours = await stand.console()
  const url = ours.url + paths.attachment(await attachmentOf(ours, 'munich-hq'))
  await fill(ours, FEW)
  const few: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) few.push(await worstKey(stand, url))
  await ours.steer('/reset', {})
  await fill(ours, MANY)
  const many: number[] = []
  const longest: number[] = []
  const usable: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    longest.push(
      await measureTask(stand.browser, url, async (page) => {
        usable.push(await openDialog(page))
        await compare(page)
      }),
    )
    many.push(await worstKey(stand, url))
  }
  await ours.steer('/reset', {})
  report.add(
    {
      goal: 'P14',
      what: 'longest task while two tables of 10,000 routes are compared',
      ours: longest,
      limit: 100,
      unit: 'ms',
    },
    {
      goal: 'P14',
      what: 'the dialog can be used after its button was pressed',
      ours: usable,
      limit: 300,
      unit: 'ms',
    },
    {
      goal: 'G4',
      what: 'worst key in the filter of the difference of 10,000 routes / of 100',
      ours: many,
      theirs: few,
      limit: 2,
      unit: 'ms',
    },
  )
}

async function fill(ours: Console, count: number): Promise<void> {
  const tables = await routeTables(ours)
  for (const name of ['production', 'staging'])
    await ours.steer(`/route-tables/${tables.get(name)}/routes`, { count })
}

const worstKey = async ({ browser }: Stand, url: string) => {
  const find = async (page: Page) => {
    await openDialog(page)
    await compare(page)
    await page.getByRole('dialog').getByRole('searchbox').focus()
  }
  return (await measureTyping(browser, url, find, ['1', '1', '.', '9', 'Backspace', '8'])).worst
}

/** Milliseconds from the press on its button until its first field can be used. */
async function openDialog(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.benchUsable = 0
    let pressed = Infinity
    addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), {
      capture: true,
      once: true,
    })
    const look = () => {
      const field = document.querySelector('[role=dialog] [role=combobox]')
      const isThere = field !== null && !field.matches('[aria-disabled=true], :disabled')
      if (isThere) window.benchUsable = performance.now() - pressed
      else requestAnimationFrame(look)
    }
    look()
  })
  await page.getByRole('button', { name: 'Modify associated route table' }).click()
  // Not a promise of the page: one that it never keeps would be waited for without end.
  const usable = await page.waitForFunction(() => window.benchUsable)
  return await usable.jsonValue()
}

async function compare(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'New route table' }).click()
  await page.getByRole('option', { name: 'staging' }).click()
  await dialog.getByRole('button', { name: /lost$/ }).waitFor()
}
