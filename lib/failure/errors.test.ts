import { expect, test, vi } from 'vitest'

import { CloudError, DatabaseError, Failure, OperationError } from '@/lib/failure/errors'

test('a failure is known by its class also where another bundle defined it', async () => {
  vi.resetModules()
  const other = await import('@/lib/failure/errors')
  expect(other.Failure).not.toBe(Failure)
  const cloud = new other.CloudError({ code: 'Any', outcome: 'unknown', message: '' })
  const database = new other.DatabaseError('DatabaseReadOnly')
  const operation = new other.OperationError('OperationUnderway', 'op-1')
  for (const [error, own] of [
    [cloud, CloudError],
    [database, DatabaseError],
    [operation, OperationError],
  ] as const) {
    const kinds = [CloudError, DatabaseError, OperationError].filter(
      (kind) => error instanceof kind,
    )
    expect(kinds).toEqual([own])
    expect(error).toBeInstanceOf(Failure)
  }
  expect(operation.operationId).toBe('op-1')
  for (const foreign of [new Error('CloudError'), { name: 'CloudError' }, undefined])
    expect(foreign instanceof Failure).toBe(false)
})
