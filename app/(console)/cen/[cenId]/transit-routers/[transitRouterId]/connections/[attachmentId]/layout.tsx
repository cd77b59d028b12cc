import { type ReactNode, use } from 'react'

import { Messages } from '@/components/messages'
import { readSegment } from '@/lib/attachments/id'

import { FollowedOperation } from './followed-operation'
import { AttachmentPanel } from './panel'

interface AttachmentLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; attachmentId: string }>
  children: ReactNode
}

export default function AttachmentLayout({ params, children }: AttachmentLayoutProps) {
  const { cenId, transitRouterId, attachmentId } = use(params)
  return (
    <Messages of={['attachment', 'rules']}>
      <FollowedOperation>
        <AttachmentPanel
          cenId={readSegment(cenId)}
          transitRouterId={readSegment(transitRouterId)}
          attachmentId={readSegment(attachmentId)}
        >
          {children}
        </AttachmentPanel>
      </FollowedOperation>
    </Messages>
  )
}
