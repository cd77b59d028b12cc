import type { Question } from '@/lib/operations/schema'

/** A fault of one write, and what must become of the operation. */
export interface FaultRow {
  title: string
  /** Set when the write is about to be sent, once. */
  faults: (write: string) => object[]
  /** The question it must come to; none: it must end without asking. Refused at its first write it ends, too. */
  asks?: Question['reason']
  /** At most so many sends of the write. */
  sends?: number
  /** At least so long by the virtual clock, in seconds. */
  lasts?: number
  /** The faults end by a person's doing, who then continues. */
  mend?: true
}

/** The calls by which operations read. */
export const READS = [
  'ListTransitRouterVpnAttachments',
  'ListTransitRouterRouteTableAssociations',
  'ListTransitRouterRouteTablePropagations',
  'ListTransitRouterRouteEntries',
  'DescribeVpnConnections',
  'DescribeVpnConnection',
  'DescribeCustomerGateways',
]
/** The calls of operations that change something. */
export const WRITES = [
  'CreateVpnAttachment',
  'CreateTransitRouterVpnAttachment',
  'AssociateTransitRouterAttachmentWithRouteTable',
  'EnableTransitRouterRouteTablePropagation',
  'ReplaceTransitRouterRouteTableAssociation',
  'DeleteTransitRouterRouteEntry',
  'DisableTransitRouterRouteTablePropagation',
  'DissociateTransitRouterAttachmentFromRouteTable',
  'DeleteTransitRouterVpnAttachment',
  'DeleteVpnAttachment',
]

const STALE = { fault: 'stale', actions: READS, seconds: 60 }

const strike = (fault: object) => (write: string) => [{ count: 1, ...fault, actions: [write] }]

/** Every write meets each of these. One effect per token and no second token are required of all. */
export const writeFaults: FaultRow[] = [
  {
    title: 'throttled three times with a time to wait',
    faults: strike({ fault: 'throttle', retryAfterMs: 20_000, count: 3 }),
    sends: 4,
    lasts: 60,
  },
  {
    title: 'throttled for ten minutes',
    faults: strike({ fault: 'throttle', count: undefined, seconds: 600 }),
    sends: 10,
    lasts: 600,
  },
  { title: '500 before the effect', faults: strike({ fault: 'error' }), sends: 2 },
  {
    title: '503 before the effect, twice',
    faults: strike({ fault: 'error', status: 503, code: 'ServiceUnavailable', count: 2 }),
    sends: 3,
  },
  {
    title: '500 after the effect',
    faults: strike({ fault: 'error', when: 'after' }),
    sends: 1,
  },
  {
    title: 'HTML 502 after the effect',
    faults: strike({ fault: 'html', when: 'after' }),
    sends: 1,
  },
  { title: 'HTML 502 before the effect', faults: strike({ fault: 'html' }), sends: 2 },
  { title: 'cut answer after the effect', faults: strike({ fault: 'truncated' }), sends: 1 },
  { title: 'empty answer after the effect', faults: strike({ fault: 'empty', when: 'after' }) },
  { title: 'reset after the effect', faults: strike({ fault: 'reset', when: 'after' }), sends: 1 },
  { title: 'reset before the effect', faults: strike({ fault: 'reset' }), sends: 2, lasts: 35 },
  {
    title: 'arrives 30 s after its connection broke',
    faults: strike({ fault: 'late', after: 30 }),
    sends: 1,
  },
  {
    title: 'arrives 60 s after its connection broke, after the second send',
    faults: strike({ fault: 'late', after: 60 }),
    sends: 2,
  },
  { title: 'reads are 60 s old', faults: () => [STALE], sends: 1, lasts: 60 },
  {
    title: 'reset after the effect, reads are 60 s old',
    faults: (write) => [{ fault: 'reset', when: 'after', actions: [write], count: 1 }, STALE],
    sends: 2,
  },
  {
    title: 'busy with another change for 90 s',
    faults: strike({ fault: 'blocking', count: undefined, seconds: 90 }),
    lasts: 90,
  },
  {
    title: 'permission denied, granted later',
    faults: strike({ fault: 'denied', count: undefined }),
    asks: 'refused',
    sends: 2,
    mend: true,
  },
  {
    title: 'quota exceeded, raised later',
    faults: strike({ fault: 'quota', count: undefined }),
    asks: 'refused',
    sends: 2,
    mend: true,
  },
  {
    title: 'token known with other parameters',
    faults: strike({ fault: 'error', status: 400, code: 'IdempotentParameterMismatch' }),
    asks: 'mismatch',
    sends: 2,
  },
  {
    title: 'clock skewed, twice',
    faults: strike({ fault: 'error', status: 400, code: 'InvalidTimeStamp.Expired', count: 2 }),
    sends: 3,
  },
  {
    title: 'nonce seen before',
    faults: strike({ fault: 'error', status: 400, code: 'SignatureNonceUsed' }),
    sends: 2,
  },
  {
    title: 'credentials disabled for five minutes',
    faults: strike({
      fault: 'error',
      status: 404,
      code: 'InvalidAccessKeyId.NotFound',
      count: undefined,
      seconds: 300,
    }),
    lasts: 200,
    mend: true,
  },
  { title: '200 that did nothing', faults: strike({ fault: 'ignore' }), mend: true, sends: 2 },
]

/** Every read meets each of these, twice; the operation must end as if nothing had been. */
export const readFaults: { title: string; fault: object }[] = [
  { title: 'throttled', fault: { fault: 'throttle', retryAfterMs: 4000 } },
  { title: '500', fault: { fault: 'error' } },
  { title: 'HTML 502', fault: { fault: 'html' } },
  { title: 'cut', fault: { fault: 'truncated' } },
  { title: 'empty', fault: { fault: 'empty' } },
  { title: 'reset', fault: { fault: 'reset' } },
  { title: 'unknown fields', fault: { fault: 'patch', body: { Surprise: '<b>' } } },
]
