import { z } from 'zod'

import type { Permission } from '@/lib/people/permissions'
import { ACCOUNT_HEADER } from '@/lib/request/account-header'
import { REASON_HEADER } from '@/lib/request/reason-header'
import { KEY_HEADER, type Written } from '@/lib/request/script'

/** A GET handler made by `get`. */
interface Read {
  permission: Permission
  schema: z.ZodType
}

const FAILURE = z.object({
  code: z.string(),
  message: z.string(),
  requestId: z.string().optional(),
  /** Of a write: what is wrong with each field. */
  fieldErrors: z.record(z.string(), z.string()).optional(),
  /** Of a write: the operation that stands in the way, or waits for a second person. */
  operationId: z.string().optional(),
})

const WHEN = {
  400: 'What was asked is not valid.',
  401: 'The token is missing, unknown or over, or its person is disabled.',
  403: 'The role does not allow it, it lies outside of the limits, or wants a proof that no token gives.',
  404: 'The cloud has no such thing.',
  409: 'The cloud refused, or the database of the console is away.',
  429: 'Too many requests; `Retry-After` says when.',
  502: 'The cloud gave no usable answer.',
}

/** The description of reads and writes, made from the schemas by which each judges what it is asked. */
export function openApi(
  reads: Record<string, readonly [Read, string]>,
  writes: Record<string, readonly [Written, string]>,
) {
  const failures = Object.entries(WHEN).map(
    ([status, description]) =>
      [status, { description, content: json({ $ref: '#/components/schemas/Failure' }) }] as const,
  )
  return {
    openapi: '3.1.0',
    info: { title: 'CEN VPN Console', version: '1' },
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(
        Object.entries(reads).map(([path, [{ permission, schema }, summary]]) => [
          path,
          {
            get: {
              operationId: path.slice('/api/'.length).replaceAll('/', '.'),
              summary,
              description: `Permission: ${permission}.`,
              parameters: [{ $ref: '#/components/parameters/account' }, ...parametersOf(schema)],
              responses: {
                200: { description: summary, content: json({}) },
                304: { description: '`If-None-Match` names what is there.' },
                ...Object.fromEntries(failures),
              },
            },
          },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(writes).map(([name, write]) => [
          `/api/actions/${name}`,
          { post: written(name, write, failures) },
        ]),
      ),
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      parameters: {
        account: {
          name: ACCOUNT_HEADER,
          in: 'header',
          description: 'The credential profile; without it the first one open to the token.',
          schema: { type: 'string' },
        },
        reason: {
          name: REASON_HEADER,
          in: 'header',
          description:
            'Why, or the number of a change ticket; percent-encoded. Some accounts ask for it.',
          schema: { type: 'string' },
        },
        key: {
          name: KEY_HEADER,
          in: 'header',
          description: 'Of one intent: what is sent again under the same key has no second effect.',
          schema: { type: 'string', format: 'uuid' },
        },
      },
      schemas: { Failure: toSchema(FAILURE) },
    },
  }
}

/** One write. */
const written = (
  name: string,
  [{ permission, schema }, summary]: readonly [Written, string],
  failures: readonly (readonly [string, object])[],
) => ({
  operationId: `actions.${name}`,
  summary,
  description: `Permission: ${permission}.`,
  parameters: ['account', 'reason', 'key'].map((each) => ({
    $ref: `#/components/parameters/${each}`,
  })),
  requestBody: { required: true, content: json(toSchema(schema)) },
  responses: {
    200: { description: 'It is done, or has begun.', content: json({}) },
    202: {
      description: 'It waits for a second person; nothing was sent.',
      content: json({ $ref: '#/components/schemas/Failure' }),
    },
    ...Object.fromEntries(failures),
  },
})

const json = (schema: object) => ({ 'application/json': { schema } })

const toSchema = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

interface ObjectSchema {
  properties?: Record<string, object>
  required?: string[]
  anyOf?: ObjectSchema[]
}

/** One parameter for each property; of several shapes one is required only when it is in all of them. */
function parametersOf(schema: z.ZodType) {
  const whole = toSchema(schema) as ObjectSchema
  const shapes = whole.anyOf ?? [whole]
  const names = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))]
  return names.map((name) => ({
    name,
    in: 'query',
    required: shapes.every(({ required = [] }) => required.includes(name)),
    schema: shapes.find(({ properties }) => properties?.[name])?.properties?.[name] ?? {},
  }))
}
