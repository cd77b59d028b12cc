import { expect, type Page, type TestInfo } from '@playwright/test'

import { choose, group } from '@/e2e/fixtures/attach-page'
import { fault } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/routed-world'
import { routes } from '@/lib/navigation/routes'

interface Answer {
  /** Pictures that the browser drew from the press to the first sign that it was heard. */
  frames: number
  /** Milliseconds between them, by the browser's clock. */
  milliseconds: number
}

interface Watched {
  answered?: Promise<Answer>
  /** Pictures without anything of a page in them. */
  blank: number
}

/**
 * From now on a press is timed until something that matches `sign` is drawn; every picture is looked at for
 * whether the page has become empty.
 */
async function watch(page: Page, sign: string): Promise<void> {
  await page.evaluate((selector) => {
    const watched: Watched = { blank: 0 }
    Object.assign(window, { watched })
    const look = () => {
      const main = document.querySelector('main')
      if (!main?.querySelector('h1, [aria-busy=true]')) watched.blank += 1
      requestAnimationFrame(look)
    }
    look()
    const shows = () =>
      [...document.querySelectorAll(selector)].some((element) => element.checkVisibility())
    const listen = ({ timeStamp }: Event) => {
      watched.answered = new Promise((resolve) => {
        let frames = 0
        const next = () => {
          frames += 1
          if (shows()) resolve({ frames, milliseconds: performance.now() - timeStamp })
          else requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      })
    }
    addEventListener('click', listen, { capture: true, once: true })
  }, sign)
}

/** A press is answered in the next picture or the one after, however busy the machine is, and the page is never empty. */
async function expectPrompt(page: Page, what: string, info: TestInfo): Promise<void> {
  const { answer, blank } = await page.evaluate(async () => {
    const { watched } = window as unknown as { watched: Watched }
    return { answer: await watched.answered, blank: watched.blank }
  })
  await info.attach(what, { body: JSON.stringify(answer), contentType: 'application/json' })
  expect({ what, blank, late: (answer?.frames ?? Infinity) > 2 }).toEqual({
    what,
    blank: 0,
    late: false,
  })
}

const LATE = 4000
const ON_ITS_WAY = 'output[aria-label="On its way"]'

test('a link, a tab and a panel answer at once, however late the cloud is', async ({
  page,
  routed,
}, info) => {
  const { cenId, transitRouterId } = routed
  await page.goto(routes.connections(cenId, transitRouterId))
  await page.waitForLoadState('networkidle')
  for (const match of [{ CenId: cenId }, { TransitRouterId: transitRouterId }])
    await fault({ fault: 'delay', ms: LATE, match, count: 100 })

  const tabs = page.getByRole('navigation', { name: 'Transit router' })
  const presses = {
    'a row': page.getByRole('link', { name: 'other-site' }),
    'a tab of its panel': page.getByRole('link', { name: 'Routes', exact: true }),
    'a tab of the router': tabs.getByRole('link', { name: 'Route tables' }),
    'a crumb': page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').nth(1),
    navigation: page.getByRole('link', { name: 'IPsec connections' }),
  }
  for (const [what, link] of Object.entries(presses)) {
    await expect(link).toBeVisible()
    const before = page.url()
    await watch(page, ON_ITS_WAY)
    await link.click()
    await expectPrompt(page, what, info)
    await expect(page).not.toHaveURL(before)
    await expect(page.locator(ON_ITS_WAY)).toBeHidden()
  }
})

test('"Create Connection" and OK answer at once, however late the cloud is', async ({
  page,
  world,
}, info) => {
  await page.goto(routes.connections(world.cenId, world.transitRouterId))
  await page.waitForLoadState('networkidle')
  await fault({ fault: 'delay', ms: LATE, match: { CenId: world.cenId }, count: 100 })
  await watch(page, ON_ITS_WAY)
  await page.getByRole('link', { name: 'Create Connection' }).first().click()
  await expectPrompt(page, 'Create Connection', info)
  await choose(group(page, 'Basic settings'), 'Customer Gateway', world.gateway.name)
  const ok = page.getByRole('button', { name: 'OK, create VPN attachment' })
  await watch(page, '[data-submit][aria-disabled=true], [role=status]:has(button)')
  await ok.click()
  await expectPrompt(page, 'OK', info)
})
