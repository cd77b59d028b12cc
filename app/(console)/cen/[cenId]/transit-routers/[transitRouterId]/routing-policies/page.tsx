import { use } from 'react'

import { Messages } from '@/components/messages/messages'
import { readSegment } from '@/lib/navigation/routes'

import { RoutingPolicies } from './routing-policies'

interface RoutingPoliciesPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export default function RoutingPoliciesPage({ params }: RoutingPoliciesPageProps) {
  const { cenId, transitRouterId } = use(params)
  return (
    <Messages of={['routingPolicies']}>
      <RoutingPolicies cenId={readSegment(cenId)} transitRouterId={readSegment(transitRouterId)} />
    </Messages>
  )
}
