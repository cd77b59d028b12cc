import { Messages } from '@/components/messages/messages'

import { ConnectionDeviceTab } from './tab'

/** Its words come with this tab alone. */
export default function ConnectionDevicePage() {
  return (
    <Messages of={['peerConfig']}>
      <ConnectionDeviceTab />
    </Messages>
  )
}
