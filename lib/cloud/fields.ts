/** Cloud error codes that speak of one form field. Names: `reference` in the request, path in our forms. */
const FIELD_OF: Record<string, string> = {
  'InvalidIpAddress.AlreadyExist': 'ipAddress',
  'InvalidIpAddress.WrongFormat': 'ipAddress',
}

/** The form path that a cloud code is about, when it is about exactly one. */
export const fieldOf = (code: string): string | undefined => FIELD_OF[code]
