import type { Control } from 'react-hook-form'

import { NameField, TextAreaField, TextField } from '@/components/form/text-field'
import type { CustomerGatewayFormValues } from '@/lib/customer-gateways/form'
import { remarkOnAsn } from '@/lib/net/asn'

interface CustomerGatewayFieldsProps {
  control: Control<CustomerGatewayFormValues>
}

/** The fields of a new customer gateway; its region is decided where it is made. */
export function CustomerGatewayFields({ control }: CustomerGatewayFieldsProps) {
  return (
    <>
      <NameField control={control} name="name" />
      <TextField control={control} name="ipAddress" mono required />
      <TextField control={control} name="asn" mono remark={remarkOnAsn} />
      <TextAreaField control={control} name="description" />
    </>
  )
}
