import { queryOptions } from '@tanstack/react-query'

import type { ApiToken, Invitation, Member, OwnFactor, OwnSession } from '@/lib/people/schema'
import { getJson } from '@/lib/query/get-json'

/** Everybody who may sign in, or might. */
export const memberList = () =>
  queryOptions({ queryKey: ['listMembers'], queryFn: () => getJson<Member[]>('/api/people') })

/** The invitations that can still be accepted. */
export const invitationList = () =>
  queryOptions({
    queryKey: ['listInvitations'],
    queryFn: () => getJson<Invitation[]>('/api/people/invitations'),
  })

/** The sessions of whoever asks. */
export const sessionList = () =>
  queryOptions({
    queryKey: ['listSessions'],
    queryFn: () => getJson<OwnSession[]>('/api/people/sessions'),
  })

/** What whoever asks set up beside the password. */
export const factorList = () =>
  queryOptions({
    queryKey: ['listFactors'],
    queryFn: () => getJson<OwnFactor[]>('/api/people/factors'),
  })

/** The API tokens of whoever asks. */
export const tokenList = () =>
  queryOptions({
    queryKey: ['listTokens'],
    queryFn: () => getJson<ApiToken[]>('/api/people/tokens'),
  })

/** The API tokens of everybody. */
export const allTokenList = () =>
  queryOptions({
    queryKey: ['listAllTokens'],
    queryFn: () => getJson<ApiToken[]>('/api/people/all-tokens'),
  })
