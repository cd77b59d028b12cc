import { set } from 'react-hook-form'
import { expect, test } from 'vitest'

import { LIMITED_FORMS } from '@/lib/attach-form/test/field-limits'
import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { customerGatewayFormSchema } from '@/lib/customer-gateways/form'
import { CloudError } from '@/lib/failure/errors'

await emulator()
const { createCustomerGateway, deleteCustomerGateway } =
  await import('@/lib/customer-gateways/cloud')

const formOf = (title: string) => {
  const form = LIMITED_FORMS.find((each) => each.title === title)
  if (!form) throw new Error(`There is no form ${title}.`)
  return form
}

const gateways = formOf('The form of a customer gateway')
const regionId = 'eu-central-1'

/** Creates a customer gateway and takes it away; the code when the emulated cloud refuses it. */
async function refusal(gateway: Parameters<typeof createCustomerGateway>[1]) {
  try {
    const customerGatewayId = await createCustomerGateway(main, gateway, write())
    await deleteCustomerGateway(main, { regionId, customerGatewayId }, write())
    return undefined
  } catch (error) {
    if (error instanceof CloudError) return error.code
    throw error
  }
}

const cases = gateways.limits.flatMap((limit) => limit.at.map((path) => ({ path, ...limit })))

test.each(cases)('$path of a customer gateway: the cloud takes $takes', async (limit) => {
  for (const text of limit.right) {
    const values = structuredClone(gateways.right())
    set(values, limit.path, text)
    expect([text, await refusal(customerGatewayFormSchema.parse(values))]).toEqual([
      text,
      undefined,
    ])
  }
  // An empty address is not sent at all; a control character and 0.0.0.0 are what cannot work.
  const refusable = limit.wrong.filter((text) => text !== '0.0.0.0' && limit.class === 'cloud')
  for (const text of refusable) {
    const raw = customerGatewayFormSchema.parse(gateways.right())
    set(raw, limit.path, text)
    expect([text, await refusal(raw)]).toEqual([text, expect.any(String)])
  }
})
