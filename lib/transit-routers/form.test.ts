import fc from 'fast-check'
import { expect, test } from 'vitest'

import { carried, unpackMessage } from '@/lib/i18n/message'

import {
  cidrFormBeside,
  cidrFormSchema,
  transitRouterFormDefaults,
  transitRouterFormSchema,
} from './form'

const block = {
  regionId: 'eu-central-1',
  transitRouterId: 'tr-abc',
  cidr: '10.200.0.0/24',
  name: '',
  description: '',
  publishCidrRoute: true,
}

/** What is wrong with a CIDR block, as the key of the message; `undefined` when nothing is. */
const wrong = (cidr: string) => {
  const issue = cidrFormSchema.safeParse({ ...block, cidr }).error?.issues[0]
  return issue && unpackMessage(carried(issue.message)).key
}

test('a block of a router has a mask of 16 to 24', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 32 }), (prefix) => {
      expect(wrong(`10.0.0.0/${prefix}`)).toBe(
        prefix < 16 || prefix > 24 ? 'routerCidr.mask' : undefined,
      )
    }),
  )
})

test('a block that touches a range of the cloud is refused', () => {
  for (const cidr of [
    '100.64.0.0/16',
    '100.127.255.0/24',
    '127.0.0.0/16',
    '169.254.8.0/24',
    '239.1.0.0/16',
  ])
    expect(wrong(cidr)).toBe('routerCidr.refused')
  for (const cidr of ['100.63.0.0/16', '100.128.0.0/16', '126.255.0.0/16', '223.255.255.0/24'])
    expect(wrong(cidr)).toBeUndefined()
})

test('a router is created without a block when none is given, and with one that is sent to be advertised', () => {
  const values = { ...transitRouterFormDefaults('cen-abc'), regionId: 'eu-central-1' }
  expect(transitRouterFormSchema.parse(values).transitRouterCidrList).toEqual([])
  expect(
    transitRouterFormSchema.parse({ ...values, cidr: '10.1.0.0/16' }).transitRouterCidrList,
  ).toEqual([{ cidr: '10.1.0.0/16', name: '', description: '', publishCidrRoute: true }])
})

test('a block of a router is sent as a block, however it was written', () => {
  for (const cidr of [' 10.200.0.0/24\n', '10.200.0.0 255.255.255.0', '10.200.0.0/255.255.255.0'])
    expect(cidrFormSchema.parse({ ...block, cidr }).cidr).toBe('10.200.0.0/24')
})

test('a block that overlaps one of the router is refused, however both are written', () => {
  const beside = cidrFormBeside(['10.200.0.0/24', '10.64.0.0/16'])
  const said = (cidr: string) => {
    const issue = beside.safeParse({ ...block, cidr }).error?.issues[0]
    return issue && unpackMessage(carried(issue.message))
  }
  const taken = { key: 'routerCidr.taken', values: { block: '10.64.0.0/16' } }
  expect(said('10.64.7.0 255.255.255.0')).toEqual(taken)
  expect(said('10.200.0.0/16')?.values).toEqual({ block: '10.200.0.0/24' })
  expect(said('10.200.1.0/24')).toBeUndefined()
  expect(said('10.200.0.0/8')?.key).toBe('cidr.hostBits')
})
