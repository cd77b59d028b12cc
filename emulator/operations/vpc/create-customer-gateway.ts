import { z } from 'zod'

import { gatewayOutline } from '../../connections/customer-gateway'
import {
  authKey,
  createdTags,
  defaultResourceGroup,
  label,
  region,
  tagsOf,
} from '../../connections/parameters'
import { parseAsn } from '../../net'
import { block, contains, parseAddress } from '../../net'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { text, token } from '../../protocol/parameters'
import { newId } from '../../state/ids'

// Alibaba: CreateCustomerGateway, IpAddress.
const refused = [
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '255.0.0.0/8',
].map(block)

function isPeerAddress(value: string): boolean {
  const start = parseAddress(value)
  return start !== undefined && !refused.some((outer) => contains(outer, { start, length: 32 }))
}

export const CreateCustomerGateway = operation(
  z.object({
    ...token,
    ...createdTags,
    RegionId: region(),
    IpAddress: text().refine(isPeerAddress, 'InvalidIpAddress.WrongFormat'),
    // Alibaba: CreateCustomerGateway, Asn. 45104 is the cloud's own number.
    Asn: text()
      .refine((value) => ![undefined, 45_104].includes(parseAsn(value)))
      .optional(),
    AuthKey: authKey().default(''),
    Name: label('InvalidName').default(''),
    Description: label('InvalidDescription').default(''),
    ResourceGroupId: text().default(defaultResourceGroup),
  }),
  (params, { state, account, now, quota }) => {
    const others = state.customerGateways.where(
      ({ owner, RegionId }) => owner === account.uid && RegionId === params.RegionId,
    )
    const number = parseAsn(params.Asn ?? '') ?? 0
    // The error table of the help page (2021) says that the address is unique; today's page and SDK do not, and one device may
    // stand behind two numbers. Ours refuses the same address with the same ASN.
    if (others.some(({ IpAddress, Asn }) => IpAddress === params.IpAddress && Asn === number))
      fail('InvalidIpAddress.AlreadyExist')
    if (others.length >= quota('customerGatewaysPerRegion')) fail('Resource.QuotaFull')
    const { RegionId, IpAddress, AuthKey, Name, Description, ResourceGroupId } = params
    return gatewayOutline(
      state.customerGateways.put({
        id: newId('cgw', RegionId),
        owner: account.uid,
        RegionId,
        Name,
        Description,
        IpAddress,
        Asn: number,
        AuthKey,
        ResourceGroupId,
        createdAt: now,
        tags: tagsOf(params),
      }),
    )
  },
)
