/** Parameters whose value must never be repeated: pre-shared keys and BGP keys. */
const SECRET = /(^|\.)(psk|authKey)$/i

/** The secret values among the flat parameters of a request, also inside JSON-string parameters. */
export function secretsOf(parameters: Record<string, string>): string[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    if (SECRET.test(name)) return value === '' ? [] : [value]
    return value.startsWith('{') ? secretsOf(stringsOf(value)) : []
  })
}

function stringsOf(json: string): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(JSON.parse(json) as object).map(([name, value]) => [name, String(value)]),
    )
  } catch {
    return {} // not JSON, so no parameter of ours
  }
}

/** The text without any of the secrets. One too short to cut out unseen takes the whole text with it. */
export function withoutSecrets(text: string, secrets: string[]): string {
  let clean = text
  for (const secret of secrets)
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
      if (!clean.includes(form)) continue
      if (secret.length < 8) return ''
      clean = clean.replaceAll(form, '…')
    }
  return clean
}
