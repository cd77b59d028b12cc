import { Messages } from '@/components/messages/messages'

import { AttachedDiagnosisTab } from './tab'

/** Its words come with this tab alone. */
export default function AttachedDiagnosisPage() {
  return (
    <Messages of={['diagnosis']}>
      <AttachedDiagnosisTab />
    </Messages>
  )
}
