import { expect, test, vi } from 'vitest'

import { patiently } from '@/lib/cloud/patience'
import { counted } from '@/lib/cloud/trace'
import { CloudError } from '@/lib/failure/errors'

const refusal = (code: string, outcome: 'refused' | 'unknown' = 'refused') =>
  new CloudError({ code, outcome, message: code })

/** A call that fails in these ways, then succeeds. */
function failing(...errors: CloudError[]) {
  let sends = 0
  const send = async () => {
    const error = errors[sends]
    sends += 1
    if (error) throw error
    return 'made'
  }
  return { send, sends: () => sends }
}

const asItIs = (thrown: unknown) => thrown as CloudError

async function outcome(sending: Promise<string>) {
  const settled = sending.catch((error: CloudError) => error.code)
  await vi.advanceTimersByTimeAsync(11_000)
  return settled
}

test.each([
  'Throttling',
  'Throttling.User',
  'Rejected.Throttling',
  'OperationConflict',
  'Operation.Blocking',
  'TaskConflict',
  'VpnConnection.Configuring',
  'IncorrectStatus.Status',
])('a single write that is refused with %s goes out again', async (code) => {
  vi.useFakeTimers()
  const call = failing(refusal(code), refusal(code))
  expect(await outcome(patiently(call.send, asItIs))).toBe('made')
  expect(call.sends()).toBe(3)
})

test.each([
  [refusal('InvalidName'), 'InvalidName'],
  [refusal('InternalError', 'unknown'), 'InternalError'],
  [refusal('Forbidden.RAM'), 'Forbidden.RAM'],
])(
  'one that is refused for good, or may have been done, goes out once: %s',
  async (error, code) => {
    vi.useFakeTimers()
    const call = failing(error)
    expect(await outcome(patiently(call.send, asItIs))).toBe(code)
    expect(call.sends()).toBe(1)
  },
)

test('a press is told how often the cloud was too busy for it, and by which word', async () => {
  vi.useFakeTimers()
  const call = failing(refusal('Throttling'), refusal('OperationConflict'))
  const busy = { code: '', again: 0 }
  const press = counted(busy, () => patiently(call.send, asItIs))
  expect(await outcome(press)).toBe('made')
  expect(busy).toEqual({ code: 'OperationConflict', again: 2 })
})

test('after ten seconds the refusal is told', async () => {
  vi.useFakeTimers()
  const call = failing(...Array.from({ length: 50 }, () => refusal('Throttling')))
  expect(await outcome(patiently(call.send, asItIs))).toBe('Throttling')
  expect(call.sends()).toBeGreaterThan(3)
})
