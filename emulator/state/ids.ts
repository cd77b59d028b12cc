import { randomBytes, randomUUID } from 'node:crypto'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

// Real ids begin with a stamp of their region, as in `vco-bp1…`.
const stamps: Readonly<Record<string, string>> = {
  'ap-southeast-1': 't4n',
  'cn-beijing': '2ze',
  'cn-hangzhou': 'bp1',
  'cn-qingdao': 'm5e',
  'cn-shanghai': 'uf6',
  'eu-central-1': 'gw8',
}

/** A fresh id such as `vco-gw8…`: the prefix, the region's stamp if it has one, random base 36. */
export function newId(prefix: string, regionId = ''): string {
  const stamp = stamps[regionId] ?? ''
  const body = Array.from(randomBytes(18 - stamp.length), (byte) => alphabet.charAt(byte % 36))
  return `${prefix}-${stamp}${body.join('')}`
}

/** Request ids are upper-case UUIDs. */
export function newRequestId(): string {
  return randomUUID().toUpperCase()
}

/** A pre-shared key as the service makes one when none is given: 16 letters and digits. */
export function newPsk(): string {
  return Array.from(randomBytes(16), (byte) => alphabet.charAt(byte % 36)).join('')
}
