import { expect, test } from 'vitest'

import { grantFormSchema } from '@/lib/grants/form'
import { carried, unpackMessage } from '@/lib/i18n/message'

const grant = {
  regionId: 'eu-central-1',
  instanceId: 'vco-1mcq82egmrdqf8uh6d',
  cenOwnerId: '1000000000000001',
  cenId: 'cen-c7552q19cnvv7ptjlw',
  orderType: 'PayByCenOwner',
} as const

test('takes a grant to the CEN instance of another account', () => {
  expect(grantFormSchema.parse(grant)).toEqual(grant)
})

test.each([
  ['cenOwnerId', '', 'account.empty'],
  ['cenOwnerId', '100000000000000', 'account.format'],
  ['cenOwnerId', '100000000000000x', 'account.character'],
  ['cenOwnerId', '１０００000000000001', 'account.character'],
  ['cenId', '', 'grants.cenEmpty'],
  ['cenId', 'tr-c7552q19cnvv7ptjlw', 'grants.cenFormat'],
  ['cenId', 'cen-C7552', 'grants.cenFormat'],
  ['cenId', 'cen-../x', 'grants.cenFormat'],
])('refuses the %s %j with %s', (field, value, key) => {
  const issue = grantFormSchema.safeParse({ ...grant, [field]: value }).error?.issues[0]
  expect(issue?.path).toEqual([field])
  expect(unpackMessage(carried(issue?.message ?? '')).key).toBe(key)
})

test.each([
  ['regionId', '../..'],
  ['instanceId', 'vpc-1'],
  ['orderType', 'PayByNobody'],
])('refuses a %s that no screen offers', (field, value) => {
  expect(grantFormSchema.safeParse({ ...grant, [field]: value }).success).toBe(false)
})

test('an id that was copied with what stood around it is taken', () => {
  const copied = { ...grant, cenOwnerId: ` ${grant.cenOwnerId}\n`, cenId: `\u00a0${grant.cenId} ` }
  expect(grantFormSchema.parse(copied)).toEqual(grant)
})
