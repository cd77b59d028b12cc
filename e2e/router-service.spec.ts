import { expect } from '@playwright/test'

import { fault } from '@/e2e/fixtures/cloud'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const PARTNER = 1_000_000_000_000_002

test('an account without the transit router service is told so and activates it', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'profile', value: 'partner', url: baseURL ?? '' }])
  await fault({
    fault: 'error',
    status: 400,
    code: 'USER_NOT_OPEN_TR_SERVICE',
    actions: ['CheckTransitRouterService'],
    account: PARTNER,
    count: 1,
  })
  await page.goto(routes.instances())
  const notice = page.getByText('The transit router service is not activated.')
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Activate' }).click()
  await expect(page.getByText('The transit router service is activated.')).toBeVisible()
  await expect(notice).toBeHidden()
})
