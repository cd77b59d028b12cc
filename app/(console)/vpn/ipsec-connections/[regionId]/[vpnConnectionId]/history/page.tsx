import { Messages } from '@/components/messages/messages'

import { ConnectionHistory } from './connection-history'

export default function HistoryTab() {
  return (
    <Messages of={['history', 'attachForm', 'operations.kind', 'diagnosis.causes']}>
      <ConnectionHistory />
    </Messages>
  )
}
