'use client'
import { ApiTokens } from '@/components/api-token/table'
import { allTokenList } from '@/lib/people/queries'

import { revokeAnyToken } from './actions'

/** The API tokens of everybody; an administrator can take each away. */
export const AllTokens = () => (
  <ApiTokens of="everybody" tokens={allTokenList()} revoke={revokeAnyToken} />
)
