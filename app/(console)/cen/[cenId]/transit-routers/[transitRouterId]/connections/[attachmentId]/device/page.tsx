import { Messages } from '@/components/messages/messages'

import { AttachedDeviceTab } from './tab'

/** Its words come with this tab alone. */
export default function AttachedDevicePage() {
  return (
    <Messages of={['peerConfig']}>
      <AttachedDeviceTab />
    </Messages>
  )
}
