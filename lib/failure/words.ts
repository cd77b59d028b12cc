import type { Failure } from '@/lib/failure/errors'
import { message, type Packed, verbatim } from '@/lib/i18n/message'

/** Failures that the cloud has no words for, or of which we can say what would be right, by code. */
const OWN_WORDS: ReadonlyMap<string, Packed> = new Map([
  ['Timeout', message('cloud.reason.timeout')],
  ['ConnectionLost', message('cloud.reason.connectionLost')],
  ['UnreadableAnswer', message('cloud.reason.unreadableAnswer')],
  ['EndlessList', message('cloud.reason.endlessList')],
  ['UnknownRegion', message('cloud.unknownRegion')],
  ['Unreachable', message('cloud.unreachable')],
  ['InvalidCredentials', message('cloud.invalidCredentials')],
  // Alibaba: CreateVpnAttachment, error codes
  ['VpnConnection.InvalidCreateTunnelOptions', message('tunnelMode.dualOnly')],
  ['NotAllowed', message('request.notAllowed')],
  ['OutsideLimits', message('request.outsideLimits')],
  ['FactorNeeded', message('request.factorNeeded')],
  ['SignInOver', message('people.signInOver')],
  ['SignInRefused', message('people.signInRefused')],
  ['ProviderAway', message('people.providerAway')],
  ['NoRole', message('people.noRole')],
  ['NoEmail', message('people.noEmail')],
  ['EmailTaken', message('people.emailTaken')],
  ['OtherPerson', message('people.otherPerson')],
  ['NoSetup', message('people.noSetup')],
  ['NoInvitation', message('people.noInvitation')],
  ['DatabaseUnavailable', message('operation.noDatabase')],
  ['DatabaseReadOnly', message('operation.readOnly')],
  ['OperationNotFound', message('operation.notFound')],
  ['OtherContent', message('operation.otherContent')],
  ['ReviewOutdated', message('operation.reviewOutdated')],
  ['OperationUnderway', message('operation.underway')],
  ['OwnRequest', message('approval.own')],
  ['RequestOver', message('approval.over')],
  ['RequestBusy', message('approval.busy')],
  ['ReadsDifferently', message('approval.readsDifferently')],
  ['AskerMayNot', message('approval.askerMayNot')],
  ['SecretUnreadable', message('operation.sealed')],
])

/** What happened, for a reader: our own words else those of the cloud. */
export const wordsOf = (error: Failure): Packed =>
  OWN_WORDS.get(error.code) ?? verbatim(error.message)

/** What became of a write that failed. */
export function explain(error: Failure): Packed {
  const reason = wordsOf(error)
  if (error.outcome === 'refused' && OWN_WORDS.has(error.code)) return reason
  return message(`cloud.${error.outcome}`, { reason })
}
