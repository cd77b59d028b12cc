/** An autonomous system number 1-4294967295, plain or as `high.low` of 16 bits each; undefined for anything else. */
export function parseAsn(text: string): number | undefined {
  const match = /^(?:(\d{1,5})\.)?(\d{1,10})$/.exec(text)
  if (!match) return undefined
  const [, high, low = ''] = match
  if (high !== undefined && (Number(high) > 65_535 || Number(low) > 65_535)) return undefined
  const asn = Number(high ?? 0) * 65_536 + Number(low)
  return asn >= 1 && asn <= 4_294_967_295 ? asn : undefined
}
