import { Messages } from '@/components/messages/messages'

import { ConnectionDiagnosisTab } from './tab'

/** Its words come with this tab alone. */
export default function ConnectionDiagnosisPage() {
  return (
    <Messages of={['diagnosis']}>
      <ConnectionDiagnosisTab />
    </Messages>
  )
}
