import { message } from '@/lib/i18n/message'
import type { Made, Signed } from '@/lib/people/passkey-answer'
import type { AskedNew, AskedUse } from '@/lib/people/webauthn'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

// Its script comes with the first press that wants a passkey.
const library = () => import('@simplewebauthn/browser')

/** Asks the server what to sign, a passkey to sign it, and the server what it thinks of that. */
export async function byPasskey<Value>(
  begin: () => Promise<ActionResult<AskedUse>>,
  end: (signed: Signed) => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  const asked = await begin()
  if (!asked.ok) return asked
  const { startAuthentication } = await library()
  const signed = await ofDevice(() => startAuthentication({ optionsJSON: asked.value }))
  if (!signed.ok) return signed
  const { id, rawId, type, response } = signed.value
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  const own = { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) }
  return await end({ id, rawId, type, response: own })
}

/** The same for a passkey that is made. */
export async function byNewPasskey<Value>(
  begin: () => Promise<ActionResult<AskedNew>>,
  end: (made: Made) => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  const asked = await begin()
  if (!asked.ok) return asked
  const { startRegistration } = await library()
  const made = await ofDevice(() => startRegistration({ optionsJSON: asked.value }))
  if (!made.ok) return made
  const { id, rawId, type, response } = made.value
  const { clientDataJSON, attestationObject, transports = [] } = response
  return await end({ id, rawId, type, response: { clientDataJSON, attestationObject, transports } })
}

/** What a device says, or in words why nothing came of it. */
async function ofDevice<Said>(ask: () => Promise<Said>): Promise<ActionResult<Said>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    return {
      ok: false,
      message: wordsFor(error instanceof Error ? error.name : ''),
    } satisfies ActionFailure
  }
}

/** By the name of what the browser throws. WebAuthn, sections 5.1.3 and 5.1.4. */
function wordsFor(name: string) {
  if (name === 'NotAllowedError' || name === 'AbortError') return message('people.passkeyCancelled')
  if (name === 'InvalidStateError') return message('people.passkeyKnown')
  return message('people.passkeyUnsupported')
}
