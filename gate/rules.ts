import type { IncomingMessage } from 'node:http'

import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'

import { askedAt, gateRequest, refusal } from '@/lib/request/gate'

import type { Plain } from './answer'
import { LIMITS, type Limits } from './limits'

/** What the rules judge: a request whose headers have been read, and nothing more. */
export interface Asking {
  method: string
  /** As sent: path and query. */
  target: string
  headers: IncomingMessage['headers']
  /** Names and values in turn, repeated ones included. */
  rawHeaders: readonly string[]
  scheme: 'http' | 'https'
}

export interface Served {
  hosts: readonly string[]
  limits: Limits
}

type Rule = (asking: Asking, served: Served) => Plain | undefined

export const pathOf = (target: string): string => target.split('?', 1)[0] ?? target

/** Next renders a page for any method; one without a meaning here ends its connection. */
const oddMethod: Rule = ({ method }) =>
  method === 'GET' || method === 'HEAD' || method === 'POST'
    ? undefined
    : {
        status: 405,
        text: 'Only GET, HEAD and POST.',
        headers: { allow: 'GET, HEAD, POST' },
        ends: true,
      }

const noUpgrade: Rule = ({ headers }) =>
  headers.upgrade === undefined
    ? undefined
    : { status: 400, text: 'Nothing here is upgraded.', ends: true }

const tooManyHeaders: Rule = ({ rawHeaders }, { limits }) =>
  rawHeaders.length / 2 > limits.headers
    ? { status: 431, text: `At most ${limits.headers} headers.`, ends: true }
    : undefined

/** Two hosts, or one in the target beside the one in the header: each reader could believe another. */
const oneHost: Rule = ({ rawHeaders, target }) => {
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host')
  return hosts.length === 1 && !/^[a-z][a-z\d+.-]*:/i.test(target)
    ? undefined
    : { status: 421, text: 'A request names one host, in its Host header.', ends: true }
}

/** One spelling for each path, so that no rule behind the gate reads another path than this one. */
const plainTarget: Rule = ({ target }) => {
  const path = pathOf(target)
  const isAscii = /^\/[\x21-\x7e]*$/.test(target)
  if (!isAscii || target.includes('#') || !isDecodable(target) || isMisencoded(target))
    return { status: 400, text: 'This address is malformed.' }
  const isOne = path === '/' || !/\/\/|\/$|\\|%2f|%5c|\/(\.|%2e){1,2}(?=\/|$)/i.test(path)
  return isOne ? undefined : { status: 404, text: 'There is nothing at this address.' }
}

/** Also what is no UTF-8: one reader would take it for another letter, the next one would throw. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const isMisencoded = (target: string) => /%(?![\da-f]{2})|%00/i.test(target)

/** Host, method and origin, as each action and each GET handler checks them again. */
const ownOrigin: Rule = ({ method, headers, target, scheme }, { hosts }) => {
  const get = (name: string) => headers[name]?.toString() ?? null
  const turnedAway = refusal(
    { ...gateRequest(method, askedAt(pathOf(target)), { get }), scheme },
    hosts,
  )
  return turnedAway && { status: turnedAway.status, text: turnedAway.reason }
}

/** A body where none belongs is a second request in hiding. */
const bodyOfPostOnly: Rule = ({ method, headers }) => {
  const hasBody =
    headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
  return method === 'POST' || !hasBody
    ? undefined
    : { status: 400, text: 'Only a POST has a body.', ends: true }
}

/** Says at once that an announced body is too large. */
const announcedBody: Rule = ({ headers, target }, { limits }) =>
  Number(headers['content-length'] ?? 0) > bodyLimit(target, limits) ? tooLarge : undefined

export const tooLarge: Plain = { status: 413, text: 'The body is too large.', ends: true }

/** Where files go in or out. */
const LARGE_BODIES = ['/audit', '/api/audit']

/** Bytes a body may have at this address. */
export const bodyLimit = (target: string, limits: Limits = LIMITS): number => {
  const path = pathOf(target)
  return LARGE_BODIES.some((large) => path === large || path.startsWith(`${large}/`))
    ? limits.largeBody
    : limits.body
}

/** Next parses it when it moves from page to page and answers 500 to one that it cannot read. */
const routerState: Rule = ({ headers }) => {
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree'])
    return undefined
  } catch {
    return { status: 400, text: 'The router state is malformed.' }
  }
}

/** Our pages call actions by script; a form of another kind would be read and rendered for nothing. */
const postIsAction: Rule = ({ method, headers, target }) =>
  method !== 'POST' || askedAt(pathOf(target)) !== 'page' || headers['next-action'] !== undefined
    ? undefined
    : { status: 400, text: 'A page takes no form.' }

/** In the order in which they are asked. */
export const RULES: readonly Rule[] = [
  oddMethod,
  noUpgrade,
  tooManyHeaders,
  oneHost,
  ownOrigin,
  plainTarget,
  bodyOfPostOnly,
  announcedBody,
  routerState,
  postIsAction,
]

/** The first rule's answer that turns the request away. */
export function judge(asking: Asking, served: Served): Plain | undefined {
  for (const rule of RULES) {
    const plain = rule(asking, served)
    if (plain) return plain
  }
  return undefined
}
