import { Messages } from '@/components/messages/messages'

import { NoAttachment } from './no-attachment'

/** Over the list of connections, so that the reader can go on. */
export default function NotFound() {
  return (
    <Messages of={['attachment']}>
      <NoAttachment />
    </Messages>
  )
}
