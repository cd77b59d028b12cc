import type { ReactNode } from 'react'
import type { Control } from 'react-hook-form'

import { NameField, SecretField, TextAreaField, TextField } from '@/components/form/text-field'
import { type CustomerGatewayFormValues, remarkOnAddress } from '@/lib/customer-gateways/form'
import { remarkOnAsn } from '@/lib/net/asn'

interface CustomerGatewayFieldsProps {
  control: Control<CustomerGatewayFormValues>
  /** Those that the region has already. */
  gateways: Parameters<typeof remarkOnAddress>[0]
  /** What an empty BGP key comes to, where that is not none. */
  keyHint?: ReactNode
}

/** The fields of a new customer gateway; its region is decided where it is made. */
export function CustomerGatewayFields({ control, gateways, keyHint }: CustomerGatewayFieldsProps) {
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
      <SecretField control={control} name="authKey" hint={keyHint} />
      <TextAreaField control={control} name="description" />
    </>
  )
}
