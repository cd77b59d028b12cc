import 'server-only'
import { $OpenApiUtil, OpenApiUtil } from '@alicloud/openapi-core'
import { z } from 'zod'

import { cloudError, codedFailure, local } from '@/lib/cloud/failure'
import { patiently } from '@/lib/cloud/patience'
import { isRead } from '@/lib/cloud/request'
import { secretsOf, withoutSecrets } from '@/lib/cloud/secrets'
import { noteRequestId } from '@/lib/cloud/trace'
import { parseWire } from '@/lib/cloud/wire'
import { announce } from '@/lib/cloud/witness'
import { CloudError } from '@/lib/failure/errors'
import { log } from '@/lib/process/log'

/** The `callApi` of an SDK client, as it was before we overrode it. */
export type Transport = (
  params: $OpenApiUtil.Params,
  request: $OpenApiUtil.OpenApiRequest,
  runtime: never,
) => Promise<Record<string, unknown>>

const received = z.object({ statusCode: z.number(), body: z.string() })
const envelope = z.record(z.string(), z.unknown())
const CBN = '2017-09-12'
const FINE = new Set(['200', 'OK', 'Success', 'success'])

/** The longest a call may take, in milliseconds: an answer that drips in is no answer. */
const DEADLINE = 30_000

/**
 * Sends one SDK call our way and gives its answer with wire names: every parameter in the form body,
 * whatever goes wrong a `CloudError`, a dry run that passed an empty answer, one log line. `subject`: the
 * property by which a write names its object.
 */
export async function exchange(
  transport: Transport,
  params: $OpenApiUtil.Params,
  request: $OpenApiUtil.OpenApiRequest,
  runtime: never,
  subject?: string,
): Promise<Record<string, unknown>> {
  const started = performance.now()
  const parameters = OpenApiUtil.query({ ...request.query, ...request.body })
  const trace = { action: params.action, region: parameters['RegionId'] }
  const took = () => Math.round(performance.now() - started)
  const report = await announce(
    `${params.version === CBN ? 'cen' : 'vpc'}:${params.action}`,
    toTell(parameters),
    subject,
  )
  try {
    const ask = () => answerTo(transport, params, parameters, runtime)
    const answer = await (isRead(params.action ?? '')
      ? askedAgainIfCut(ask)
      : // What nobody witnesses is a durable step, which has a schedule of its own.
        report
        ? patiently(ask, (thrown) => cloudError(thrown, secretsOf(parameters)))
        : ask())
    noteRequestId(answer['RequestId'])
    await report?.({ outcome: 'accepted', answer })
    log.info(
      { ...trace, ms: took(), requestId: answer['RequestId'], outcome: 'done' },
      'cloud call',
    )
    return answer
  } catch (thrown) {
    const error = cloudError(thrown, secretsOf(parameters))
    const { code, outcome, status, requestId } = error
    if (code === 'DryRunOperation' && parameters['DryRun'] === 'true') {
      log.info({ ...trace, ms: took(), requestId, outcome: 'dry run passed' }, 'cloud call')
      return requestId ? { RequestId: requestId } : {}
    }
    log.warn({ ...trace, ms: took(), requestId, outcome, code, status }, 'cloud call')
    await report?.({ outcome, code, requestId })
    throw error
  }
}

/** The parameters as they may be written down. */
function toTell(parameters: Record<string, string>): Record<string, string> {
  const secrets = secretsOf(parameters)
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, withoutSecrets(value, secrets)]),
  )
}

/** A kept-alive connection may be closed just as it is used again; to ask twice changes nothing. */
async function askedAgainIfCut<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (thrown) {
    if (cloudError(thrown, []).code !== 'ConnectionLost') throw thrown
    return ask()
  }
}

async function answerTo(
  transport: Transport,
  params: $OpenApiUtil.Params,
  parameters: Record<string, string>,
  runtime: never,
) {
  params.method = 'POST'
  params.reqBodyType = 'formData'
  params.bodyType = 'string' // the SDK's own JSON parser rounds account ids
  const sent = transport(params, new $OpenApiUtil.OpenApiRequest({ body: parameters }), runtime)
  const { statusCode, body } = received.parse(await before(DEADLINE, sent))
  const answer = envelope.parse(parseWire(body))
  const { Code, Success } = answer
  const code = typeof Code === 'string' || typeof Code === 'number' ? String(Code) : undefined
  if (Success === false || Success === 'false' || (code !== undefined && !FINE.has(code)))
    throw new CloudError(codedFailure(code ?? 'Failed', statusCode, answer, secretsOf(parameters)))
  return answer
}

/** The promise's value, or a time-out when it has none after so many milliseconds. */
async function before<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CloudError(local('Timeout', 'unknown'))), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
