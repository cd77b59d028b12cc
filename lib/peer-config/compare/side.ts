/** A parameter of one tunnel, as the device sees it: local is the device. */
export const PARAMETERS = [
  'gateway',
  'ikeVersion',
  'ikeMode',
  'ikeEncAlg',
  'ikeAuthAlg',
  'ikePfs',
  'ikeLifetime',
  'localId',
  'remoteId',
  'psk',
  'ipsecEncAlg',
  'ipsecAuthAlg',
  'ipsecPfs',
  'ipsecLifetime',
  'localSubnet',
  'remoteSubnet',
  'dpd',
  'natTraversal',
  'initiator',
  'tunnelAddress',
  'neighbor',
  'asn',
  'neighborAsn',
] as const
export type Parameter = (typeof PARAMETERS)[number]

/** What a text says of one tunnel, in the words of the API. Several values: any of them is offered. */
export interface Side {
  /** The device's own name of the tunnel. */
  name: string
  says: Partial<Record<Parameter, string[]>>
  /** The device's defaults where the text says nothing. */
  hidden: Partial<Record<Parameter, string[]>>
  /** The key stands there in a form that only the device can read. */
  encrypted: boolean
  /** What belongs to a part of the configuration that was not pasted. */
  notPasted?: readonly Parameter[]
}

/** An identity that is not looked at. */
export const ANYONE = '%any'

/** The values of a side, with what the device does where its text is silent. */
export const valueOf = (side: Side, parameter: Parameter): string[] | undefined =>
  side.says[parameter] ?? side.hidden[parameter]

/** Leaves out what is not said. */
export function said(
  values: Partial<Record<Parameter, string | number | readonly (string | undefined)[] | undefined>>,
): Side['says'] {
  const says: Side['says'] = {}
  for (const [parameter, value] of Object.entries(values)) {
    const list = [value].flat().filter((each) => each !== undefined && each !== '')
    if (list.length > 0) says[parameter as Parameter] = list.map(String)
  }
  return says
}

/** Text as devices print it, without what a terminal adds: prompts of a pager, returns, round quotes. */
export const tidy = (text: string): string =>
  text
    .replaceAll('\r', '')
    .replaceAll(/ ?-{2,} ?\(?more.*\n?/gi, '')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll('\u00A0', ' ')
    .replaceAll('\t', '  ')

/** A device's words read back into those of the API. What is not known stays as it is, so that it is seen. */
export const reading =
  (words: Readonly<Record<string, string>>) =>
  (word: string | undefined): string | undefined =>
    word === undefined ? undefined : (words[word] ?? word)

/** An address with its mask as a block, `10.0.0.0 255.255.0.0` or with the inverted mask. */
export function blockOf(address: string | undefined, mask: string | undefined): string | undefined {
  if (!address || !mask) return undefined
  const octets = mask.split('.').map(Number)
  const ones = (value: number) => value.toString(2).replaceAll('0', '').length
  const set = octets.reduce((sum, octet) => sum + ones(octet), 0)
  // An inverted mask has its ones at the end; 0.0.0.0 alone can be read both ways and is everything.
  const inverted = octets[0] !== undefined && octets[0] < 128 && set > 0
  return `${address}/${inverted ? 32 - set : set}`
}

/** The text of a key that is given by its bytes, as hexadecimal digits. */
export const textOf = (digits: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  )
