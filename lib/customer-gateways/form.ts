import { z } from 'zod'

import type { CustomerGateway, NewCustomerGateway } from '@/lib/customer-gateways/schema'
import { message, type Packed } from '@/lib/i18n/message'
import { ALIBABA_ASN, parseAsn } from '@/lib/net/asn'
import { cidrContains, parseCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import { invalid, type Parsed, valid } from '@/lib/text/parsed'
import { parsedText, readerOf } from '@/lib/text/reader'
import { verbatim } from '@/lib/text/typed'

// Alibaba: CreateCustomerGateway, IpAddress.
const REFUSED_BLOCKS = [
  '0.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '255.0.0.0/8',
]

const name = parsedText((text) => parseName(text, 100))

const fields = z.object({
  regionId: parsedText(parseChosenId('choose.region')),
  // Alibaba: CreateCustomerGateway, Name and Description.
  name,
  ipAddress: parsedText(parseGatewayAddress),
  asn: parsedText(parseGatewayAsn),
  authKey: verbatim.transform((text, context) => readerOf(context).text(parseAuthKey, text)),
  description: name,
})

const toNew = ({ asn, authKey, ...rest }: z.output<typeof fields>): NewCustomerGateway => ({
  ...rest,
  ...(authKey && { authKey }),
  ...(asn !== undefined && { asn }),
  tags: [],
})

/** The small form that creates a customer gateway. All but the address may be left empty. */
export const customerGatewayFormSchema = fields.transform(toNew)

/** As much of a customer gateway as tells whether it is the same. */
type Known = Pick<CustomerGateway, 'customerGatewayId' | 'name' | 'ipAddress' | 'asn'>

/** As `customerGatewayFormSchema`, in a region that has gateways already: the cloud takes no second one like it. */
export const customerGatewayFormBeside = (gateways: readonly Known[]) =>
  fields
    .superRefine(({ ipAddress, asn }, context) => {
      // Alibaba: CreateCustomerGateway, InvalidIpAddress.AlreadyExist
      const same = gateways.find((each) => each.ipAddress === ipAddress && each.asn === asn)
      if (!same) return
      const said = message('customerGateway.same', { gateway: same.name || same.customerGatewayId })
      context.addIssue({ code: 'custom', path: ['ipAddress'], message: said })
    })
    .transform(toNew)

/** What is worth knowing of an address that another gateway of the region has: packed by `message`, or nothing. */
export function remarkOnAddress(gateways: readonly Known[], address: string): Packed | undefined {
  const same = gateways.find(({ ipAddress }) => ipAddress === address)
  if (!same) return undefined
  const gateway = same.name || same.customerGatewayId
  return message('customerGateway.sameAddress', { gateway, asn: String(same.asn ?? 'none') })
}

/** What the form posts, before anything is read. */
export const customerGatewayFormValues = z.object({
  regionId: verbatim,
  name: verbatim,
  ipAddress: verbatim,
  asn: verbatim,
  authKey: verbatim,
  description: verbatim,
})

export type CustomerGatewayFormValues = z.input<typeof customerGatewayFormSchema>

export const customerGatewayFormDefaults = (regionId: string): CustomerGatewayFormValues => ({
  regionId,
  name: '',
  ipAddress: '',
  asn: '',
  authKey: '',
  description: '',
})

function parseGatewayAddress(text: string): Parsed<string> {
  const address = parseIpv4(text)
  if (!address.ok) return address
  const block = REFUSED_BLOCKS.find((refused) => {
    const parsed = parseCidr(refused)
    return parsed.ok && cidrContains(parsed.value, address.value)
  })
  return block ? invalid(message('customerGateway.block', { address: text, block })) : valid(text)
}

// Alibaba: CreateCustomerGateway, AuthKey: 1 to 64 ASCII characters, no space and no question mark.
const LONGEST_AUTH_KEY = 64

/** A BGP key, `''` for none. The messages name positions, never the characters of the key. */
function parseAuthKey(text: string): Parsed<string> {
  if (text.length > LONGEST_AUTH_KEY)
    return invalid(message('authKey.length', { length: text.length, max: LONGEST_AUTH_KEY }))
  const at = text.split('').findIndex((character) => !/[!->@-~]/.test(character))
  return at < 0 ? valid(text) : invalid(message('authKey.character', { position: at + 1 }))
}

/** The form that sets the BGP key of a gateway. Alibaba: ModifyCustomerGatewayAttribute: it cannot be made empty. */
export const authKeyFormSchema = z.object({
  regionId: parsedText(parseChosenId('choose.region')),
  customerGatewayId: parsedText(parseChosenId('choose.customerGateway')),
  authKey: verbatim.transform((text, context) =>
    readerOf(context).text(
      (key) => (key === '' ? invalid(message('authKey.empty')) : parseAuthKey(key)),
      text,
    ),
  ),
})

function parseGatewayAsn(text: string): Parsed<number | undefined> {
  if (text === '') return valid(undefined)
  const asn = parseAsn(text)
  // Alibaba: CreateCustomerGateway, Asn.
  return asn.ok && asn.value === ALIBABA_ASN
    ? invalid(message('customerGateway.alibabaAsn', { asn: ALIBABA_ASN }))
    : asn
}
