import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { DEVICES } from '@/lib/peer-config/devices'

/** The tag of a customer gateway that says which kind of device it is, so that the next reader has it too. */
export const DEVICE_TAG = 'cen-vpn-console/device'

/** The device that a customer gateway is said to be; undefined where nobody said, or said something unknown. */
export function deviceOf(gateway: Partial<Pick<CustomerGateway, 'tags'>> | undefined) {
  const id = gateway?.tags?.find(({ key }) => key === DEVICE_TAG)?.value
  return DEVICES.find((device) => device.id === id)
}
