import type { Control } from 'react-hook-form'

import { NameField, TextAreaField, TextField } from '@/components/form/text-field'
import { type CustomerGatewayFormValues, remarkOnAddress } from '@/lib/customer-gateways/form'
import { remarkOnAsn } from '@/lib/net/asn'

interface CustomerGatewayFieldsProps {
  control: Control<CustomerGatewayFormValues>
  /** Those that the region has already. */
  gateways: Parameters<typeof remarkOnAddress>[0]
}

/** The fields of a new customer gateway; its region is decided where it is made. */
export function CustomerGatewayFields({ control, gateways }: CustomerGatewayFieldsProps) {
  return (
    <>
      <NameField control={control} name="name" />
      <TextField
        control={control}
        name="ipAddress"
        mono
        required
        remark={(text) => remarkOnAddress(gateways, text)}
      />
      <TextField control={control} name="asn" mono remark={remarkOnAsn} />
      <TextAreaField control={control} name="description" />
    </>
  )
}
