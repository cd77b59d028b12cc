import type { Control } from 'react-hook-form'

import { TextAreaField } from '@/components/form/text-field'
import { TextField } from '@/components/form/text-field'
import type { CustomerGatewayFormValues } from '@/lib/customer-gateways/form'

interface CustomerGatewayFieldsProps {
  control: Control<CustomerGatewayFormValues>
}

/** The fields of a new customer gateway; its region is decided where it is made. */
export function CustomerGatewayFields({ control }: CustomerGatewayFieldsProps) {
  return (
    <>
      <TextField control={control} name="name" />
      <TextField control={control} name="ipAddress" mono required />
      <TextField control={control} name="asn" mono />
      <TextAreaField control={control} name="description" />
    </>
  )
}
