import { once } from 'node:events'
import { connect } from 'node:net'

/** A message of charon: texts, lists of texts and sections. */
interface Message {
  readonly [key: string]: string | readonly string[] | Message
}

// strongSwan, src/libcharon/plugins/vici/README.md: packet types and elements.
const CMD_REQUEST = 0
const CMD_RESPONSE = 1
const EVENT_REGISTER = 3
const EVENT_CONFIRM = 5
const EVENT = 7

/** Asks charon over its socket. The events named by `streamed` that come with the answer are given as a list. */
async function ask(
  socketPath: string,
  command: string,
  request: Readonly<Record<string, string>> = {},
  streamed?: string,
): Promise<{ answer: Message; events: Message[] }> {
  const socket = connect(socketPath)
  await once(socket, 'connect')
  const events: Message[] = []
  const name = (type: number, text: string) =>
    Buffer.concat([Buffer.from([type, text.length]), Buffer.from(text)])
  const send = (body: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.length)
    socket.write(Buffer.concat([head, body]))
  }
  const begin = () => send(Buffer.concat([name(CMD_REQUEST, command), encode(request)]))
  if (streamed) send(name(EVENT_REGISTER, streamed))
  else begin()
  try {
    for await (const packet of packetsOf(socket)) {
      const type = packet[0]
      if (type === EVENT_CONFIRM) begin()
      else if (type === EVENT) events.push(decode(packet.subarray(2 + (packet[1] ?? 0))))
      else if (type === CMD_RESPONSE) return { answer: decode(packet.subarray(1)), events }
      else throw new Error(`charon does not know ${command}`)
    }
    throw new Error('charon ended')
  } finally {
    socket.destroy()
  }
}

async function* packetsOf(socket: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE()) {
      const length = rest.readUInt32BE()
      yield rest.subarray(4, 4 + length)
      rest = rest.subarray(4 + length)
    }
  }
}

const encode = (values: Readonly<Record<string, string>>): Buffer =>
  Buffer.concat(
    Object.entries(values).map(([key, value]) => {
      const text = Buffer.from(value)
      const head = Buffer.from([3, key.length])
      const size = Buffer.alloc(2)
      size.writeUInt16BE(text.length)
      return Buffer.concat([head, Buffer.from(key), size, text])
    }),
  )

/** Elements: 1 and 2 open and close a section, 3 is a key with its value, 4, 5 and 6 a list, its items and its end. */
function decode(bytes: Buffer): Message {
  const root: Record<string, string | string[] | Message> = {}
  const open = [root]
  let list: string[] = []
  let at = 0
  const short = () => {
    const length = bytes.readUInt8(at)
    const text = bytes.toString('utf8', at + 1, at + 1 + length)
    at += 1 + length
    return text
  }
  const long = () => {
    const length = bytes.readUInt16BE(at)
    const text = bytes.toString('utf8', at + 2, at + 2 + length)
    at += 2 + length
    return text
  }
  while (at < bytes.length) {
    const element = bytes[at++]
    const here = open.at(-1) ?? root
    if (element === 1) {
      const section: Record<string, string | string[] | Message> = {}
      here[short()] = section
      open.push(section)
    } else if (element === 2) open.pop()
    else if (element === 3) {
      const key = short()
      here[key] = long()
    } else if (element === 4) here[short()] = list = []
    else if (element === 5) list.push(long())
  }
  return root
}

/** A child SA as charon has it. */
interface ChildSa {
  readonly name: string
  readonly state: string
  readonly spi: string
}

/** An IKE SA as charon has it, with its children. */
export interface IkeSa {
  readonly name: string
  readonly spi: string
  readonly state: string
  readonly children: readonly ChildSa[]
}

/** All SAs of a charon. */
export async function listSas(socketPath: string): Promise<IkeSa[]> {
  const { events } = await ask(socketPath, 'list-sas', {}, 'list-sa')
  return events.flatMap((event) =>
    sections(event).map(([name, sa]) => ({
      name,
      spi: textOf(sa['initiator-spi']),
      state: textOf(sa['state']),
      children: sections(isMessage(sa['child-sas']) ? sa['child-sas'] : {}).map(([, child]) => ({
        name: textOf(child['name']),
        state: textOf(child['state']),
        spi: textOf(child['spi-in']),
      })),
    })),
  )
}

const isMessage = (value: Message[string] | undefined): value is Message =>
  typeof value === 'object' && !Array.isArray(value)
const textOf = (value: Message[string] | undefined): string =>
  typeof value === 'string' ? value : ''
const sections = (message: Message): [string, Message][] =>
  Object.entries(message).flatMap(([key, value]): [string, Message][] =>
    isMessage(value) ? [[key, value]] : [],
  )
