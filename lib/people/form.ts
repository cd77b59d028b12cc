import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { type LimitName, limitNames } from '@/lib/people/limits'
import { LONGEST_PASSKEY_ID, madeSchema, signedSchema } from '@/lib/people/passkey-answer'
import { purposes, type Role, roles } from '@/lib/people/schema'
import { isCenId, regionIdText } from '@/lib/text/ids'
import { parseName } from '@/lib/text/name'
import { invalid, valid } from '@/lib/text/parsed'
import { parsedText } from '@/lib/text/reader'
import { parseWholeNumber } from '@/lib/text/whole-number'

/** Length alone says something about a password. NIST SP 800-63B-4, section 3.1.1.2, asks for 15 where there is no other proof. */
export const SHORTEST_PASSWORD = 12
/** More is a load for the hash. */
export const LONGEST_PASSWORD = 128
/** RFC 5321, section 4.5.3.1.3. */
const LONGEST_EMAIL = 254

/** A token that nobody needs any more must end by itself. */
const LONGEST_TOKEN_DAYS = 365

const email = parsedText((text) => {
  const said = text.toLowerCase()
  const isEmail = said.length <= LONGEST_EMAIL && z.email().safeParse(said).success
  return isEmail ? valid(said) : invalid(message('people.email'))
})

const personName = parsedText((text) => parseName(text, 64, 1))

const newPassword = z.string().superRefine((text, context) => {
  const { length } = text
  if (length < SHORTEST_PASSWORD)
    context.addIssue({
      code: 'custom',
      message: message('people.passwordShort', { length, min: SHORTEST_PASSWORD }),
    })
  if (length > LONGEST_PASSWORD)
    context.addIssue({
      code: 'custom',
      message: message('people.passwordLong', { length, max: LONGEST_PASSWORD }),
    })
})

const typedPassword = z
  .string()
  .min(1, message('people.passwordMissing'))
  .max(LONGEST_PASSWORD, message('people.wrong'))

/** Six digits as an app shows them, also in two groups; nothing where none is asked. */
const code = parsedText((text) => {
  const digits = text.replaceAll(/\s/g, '')
  return /^(\d{6})?$/.test(digits) ? valid(digits) : invalid(message('people.codeShape'))
})

const passkeyId = z.string().max(LONGEST_PASSKEY_ID)

const neededCode = code.refine((digits) => digits !== '', message('people.codeShape'))

export const signInSchema = z.strictObject({ email, password: typedPassword, code })

export const codeSchema = z.strictObject({ code: neededCode })

/** What is said to prove anew to be there. */
export const proofSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password: typedPassword }),
  z.strictObject({ by: z.literal('totp'), code: neededCode }),
  z.strictObject({ by: z.literal('passkey'), passkey: signedSchema }),
])

/** What a person calls a passkey. */
export const passkeyNameSchema = z.strictObject({ name: personName })

export const newPasskeySchema = z.strictObject({ name: personName, passkey: madeSchema })

export const renamePasskeySchema = z.strictObject({ passkeyId, value: personName })

export const removePasskeySchema = z.strictObject({ passkeyId })

/** `email`: of whom the page is that waits for it; empty for whoever signs in first. */
export const passkeySignInSchema = z.strictObject({
  passkey: signedSchema,
  email: z.string().max(LONGEST_EMAIL),
})

/** Why somebody goes to the provider, where it leads then, and whose page waits for it. */
export const elsewhereSchema = z.strictObject({
  purpose: z.enum(purposes),
  next: z.string().max(2000),
  email: z.string().max(LONGEST_EMAIL),
})

/** What stands behind the `#` of a link: it reaches no server with the address. */
const linkToken = z.string().max(100)

export const setUpSchema = z.strictObject({
  token: linkToken,
  name: personName,
  email,
  password: newPassword,
})

export const acceptSchema = z.strictObject({ token: linkToken, password: newPassword })

const limits = {
  profiles: z.array(z.string().min(1).max(100)).max(100),
  cenIds: z.array(z.string().refine(isCenId, message('people.cenId'))).max(100),
  regionIds: z.array(regionIdText).max(100),
}

const rights = { role: z.enum(roles), ...limits, secondFactorRequired: z.boolean() }

/** Whoever sets limits is under none. */
const limitsFit = {
  of: ({ role, ...limited }: Record<LimitName, string[]> & { role: Role }) =>
    role !== 'administrator' || limitNames.every((name) => limited[name].length === 0),
  else: { path: ['role'], error: message('people.unlimited') },
}

export const inviteSchema = z
  .strictObject({ name: personName, email, ...rights })
  .refine(limitsFit.of, limitsFit.else)

export const changeRoleSchema = z
  .strictObject({ personId: z.string().min(1).max(100), ...rights })
  .refine(limitsFit.of, limitsFit.else)

export const newTokenSchema = z.strictObject({
  name: personName,
  role: z.enum(roles),
  profiles: limits.profiles,
  days: parsedText(parseWholeNumber(1, LONGEST_TOKEN_DAYS)),
})

export const changePasswordSchema = z.strictObject({
  current: typedPassword,
  password: newPassword,
})
