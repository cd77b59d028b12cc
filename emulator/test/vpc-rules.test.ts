import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bgpSettings, ikeSettings, peerBgpIp } from '../connections/settings'
import { parseAsn } from '../net'

const octet = fc.nat({ max: 255 })

test('an ASN is the same in one part and in two', () => {
  fc.assert(
    fc.property(fc.nat({ max: 65_535 }), fc.nat({ max: 65_535 }), (high, low) => {
      const asn = high * 65_536 + low
      const expected = asn === 0 ? undefined : asn
      expect(parseAsn(`${high}.${low}`)).toBe(expected)
      expect(parseAsn(String(asn))).toBe(expected)
    }),
  )
})

test('of 169.254.0.0/16 every /30 is a tunnel block but the eight reserved ones', () => {
  fc.assert(
    fc.property(octet, octet, fc.nat({ max: 32 }), (third, fourth, length) => {
      const reserved = (third <= 6 && fourth < 4) || (third === 169 && fourth >= 252)
      const TunnelCidr = `169.254.${third}.${fourth}/${length}`
      const accepted = bgpSettings.safeParse({ TunnelCidr }).success
      expect(accepted).toBe(length === 30 && fourth % 4 === 0 && !reserved)
    }),
  )
})

test('the peer of a session has the other host address, and the peer of the peer our own', () => {
  fc.assert(
    fc.property(fc.nat({ max: 63 }), fc.constantFrom(1, 2), (block, host) => {
      const TunnelCidr = `169.254.99.${block * 4}/30`
      const LocalBgpIp = `169.254.99.${block * 4 + host}`
      const peer = peerBgpIp({ LocalAsn: 1, TunnelCidr, LocalBgpIp })
      expect(peer).not.toBe(LocalBgpIp)
      expect(peerBgpIp({ LocalAsn: 1, TunnelCidr, LocalBgpIp: peer })).toBe(LocalBgpIp)
    }),
  )
})

test('a key is 1 to 100 printable ASCII characters but space and backslash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (Psk) => {
      const fits = Psk.length >= 1 && Psk.length <= 100 && /^[!-~]*$/.test(Psk)
      expect(ikeSettings.safeParse({ Psk }).success).toBe(fits && !Psk.includes('\\'))
    }),
  )
})
